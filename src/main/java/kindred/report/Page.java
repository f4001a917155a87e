package kindred.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kindred.run.Version;

/**
 * A report as one document that needs nothing beside itself: no script, and a policy that keeps the
 * browser from fetching anything.
 */
final class Page {
  private static final String STYLE = "report.css";
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

  private final String title;
  private final Html body = new Html();

  /**
   * Begins a page.
   *
   * @param head what stands above the first section, its heading included
   */
  Page(String title, Html head) {
    this.title = title;
    body.around("header", head);
  }

  /** Appends a section, unless there is nothing in it. */
  Page section(String heading, Html inside) {
    if (!inside.isEmpty()) {
      body.around("section", new Html().element("h2", heading).line().add(inside));
    }
    return this;
  }

  /** The whole document. */
  String document() {
    String now = TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    Html head =
        new Html()
            .empty("meta", "charset", "utf-8")
            .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
            .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
            .empty("meta", "name", "color-scheme", "content", "light dark")
            .element("title", title);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>"
        + head
        + "\n<style>\n"
        + style()
        + "</style>\n</head>\n<body>\n<main>\n"
        + body
        + new Html().element("footer", "Written by Kindred " + Version.TEXT + " on " + now + ".")
        + "\n</main>\n</body>\n</html>\n";
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
