package org.portcullis.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A real Chromium, without a window. What a page complains about — script errors, refused content —
 * is kept, so that a test can insist on silence. Used by one thread.
 */
final class ConsoleBrowser implements AutoCloseable {

  private static final List<Path> CHROMIUMS =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .toList();
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  ConsoleBrowser() {
    Path chromium =
        CHROMIUMS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new AssertionError("Chromium is missing: apt-get install chromium"));
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Signs a demo user in and opens an address of the console, in a profile of its own. */
  Page signIn(GateUnderTest gate, String user, String address) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(1280, 900));
    Page page = context.newPage();
    page.navigate(gate.https() + "/console/" + address);
    page.locator("input[name=j_username]").fill(user);
    page.locator("input[name=j_password]").fill(user);
    page.locator("input[name=j_password]").press("Enter");
    page.waitForURL(url -> url.startsWith(gate.https() + "/console/"));
    page.onConsoleMessage(this::listen);
    page.onPageError(error -> complaints.add(error));
    return page;
  }

  /** What pages complained about since they were signed in. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Keeps a picture of the whole page, below target/. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
      complaints.add(message.text());
    }
  }
}
