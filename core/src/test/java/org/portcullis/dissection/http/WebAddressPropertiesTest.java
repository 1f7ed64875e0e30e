package org.portcullis.dissection.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.portcullis.dissection.http.WebAddress.Reading;

class WebAddressPropertiesTest {

  @Property
  void everySpellingOfAnAddressIsOne(@ForAll int address) {
    long value = Integer.toUnsignedLong(address);
    String dotted = Ipv4.text(value);

    for (String spelling :
        List.of(
            dotted,
            Long.toString(value),
            "0x" + Long.toHexString(value),
            "0" + Long.toOctalString(value),
            (value >> 24) + "." + (value & 0xFFFFFF),
            (value >> 24) + ".0x" + Long.toHexString(value >> 16 & 0xFF) + "." + (value & 0xFFFF),
            "[::ffff:" + dotted + "]")) {
      assertThat(host("http://" + spelling + "/")).as(spelling).isEqualTo(dotted);
    }
  }

  @Property
  void ipv6IsReadAsTheSystemReadsIt(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    String full = InetAddress.getByAddress(bytes).getHostAddress();
    if (full.indexOf(':') < 0) {
      return;
    }
    String host = host("http://[" + full + "]/");

    assertThat(InetAddress.getByName(host).getAddress()).isEqualTo(bytes);
    assertThat(host("http://" + host + "/")).isEqualTo(host);
  }

  @Property(tries = 3000)
  void neverThrows(@ForAll String text) {
    assertThat(WebAddress.read(text)).isNotNull();
    assertThat(WebAddress.read("http://" + text)).isNotNull();
    assertThat(WebAddress.read("http://a/" + text)).isNotNull();
  }

  @Property(tries = 3000)
  void neverThrowsOnScraps(@ForAll("scraps") List<String> scraps) {
    Reading reading = WebAddress.read("http://" + String.join("", scraps));

    if (reading instanceof Reading.Read read) {
      assertThat(read.address().path()).startsWith("/").doesNotContain("/../", "/./", "//", "\\");
      assertThat(read.address().host()).doesNotContain("@", "/", "\\", " ");
    }
  }

  @Provide
  Arbitrary<List<String>> scraps() {
    return Arbitraries.of(
            "a.example",
            "/",
            "..",
            ".",
            "@",
            ":",
            "80",
            "[",
            "]",
            "::",
            "1",
            "%2e",
            "%",
            "?",
            "#",
            "\\",
            "0x",
            "ü",
            "a",
            ";",
            "。")
        .list()
        .ofMaxSize(12);
  }

  private static String host(String text) {
    return ((Reading.Read) WebAddress.read(text)).address().host();
  }
}
