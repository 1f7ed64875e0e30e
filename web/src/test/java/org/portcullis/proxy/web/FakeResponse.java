package org.portcullis.proxy.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A response that keeps what is sent, until its client leaves. */
final class FakeResponse {

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final Map<String, String> fields = new ConcurrentHashMap<>();
  private volatile boolean gone;
  private volatile Wait full = () -> {};
  private volatile int status;

  HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments));
  }

  void leave() {
    gone = true;
  }

  /** From now on, whoever writes is stuck until it is released. */
  void takeNothing(CountDownLatch stuck, CountDownLatch released) {
    full =
        () -> {
          stuck.countDown();
          released.await();
        };
  }

  /** What happens to whoever writes. */
  private interface Wait {
    void run() throws InterruptedException;
  }

  int status() {
    return status;
  }

  String field(String name) {
    return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  String text() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  private Object answer(String method, Object[] arguments) throws IOException {
    switch (method) {
      case "setStatus" -> status = (int) arguments[0];
      case "getStatus" -> {
        return status;
      }
      case "addHeader", "setHeader" ->
          fields.put(arguments[0].toString().toLowerCase(Locale.ROOT), arguments[1].toString());
      case "flushBuffer" -> failIfGone();
      case "getOutputStream" -> {
        return new Sent();
      }
      default -> throw new UnsupportedOperationException(method);
    }
    return null;
  }

  private void failIfGone() throws IOException {
    if (gone) {
      throw new IOException("the client is gone");
    }
  }

  private final class Sent extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("blocking only");
    }

    @Override
    public void write(int b) throws IOException {
      failIfGone();
      try {
        full.run();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      sent.write(b);
    }
  }
}
