package kindred.report;

import java.util.List;
import java.util.Map;

/**
 * A piece of HTML or SVG that is whole and safe by the way it is made: words come in through
 * methods that escape them, and names of tags and attributes are written by this program alone.
 */
final class Html {
  private final StringBuilder code = new StringBuilder();

  /** Appends words as they are to be read. */
  Html text(String words) {
    code.append(escaped(words));
    return this;
  }

  /** Appends another piece. */
  Html add(Html other) {
    code.append(other.code);
    return this;
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  Html open(String tag, String... attributes) {
    code.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      code.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
      code.append('"');
    }
    code.append('>');
    return this;
  }

  /** Appends an element that never holds anything. */
  Html empty(String tag, String... attributes) {
    open(tag, attributes);
    code.setLength(code.length() - 1);
    code.append("/>");
    return this;
  }

  Html close(String tag) {
    code.append("</").append(tag).append('>');
    return this;
  }

  /** Appends an element that holds words alone. */
  Html element(String tag, String words, String... attributes) {
    return open(tag, attributes).text(words).close(tag);
  }

  /** Appends an element around another piece. */
  Html around(String tag, Html inside, String... attributes) {
    return open(tag, attributes).add(inside).close(tag).line();
  }

  /** Appends what is folded away until somebody opens it. */
  Html folded(String title, Html inside) {
    return around("details", new Html().element("summary", title).add(inside));
  }

  /** Breaks the source into lines. */
  Html line() {
    code.append('\n');
    return this;
  }

  boolean isEmpty() {
    return code.length() == 0;
  }

  /** A table whose first column names the rows and whose other ones are numbers. */
  static Html table(List<String> header, List<List<String>> rows) {
    Html table = new Html().open("table").open("thead").open("tr");
    header.forEach(cell -> table.element("th", cell, "scope", "col"));
    table.close("tr").close("thead").open("tbody").line();
    for (List<String> row : rows) {
      table.open("tr").element("th", row.get(0), "scope", "row");
      row.subList(1, row.size()).forEach(cell -> table.element("td", cell));
      table.close("tr").line();
    }
    return new Html()
        .around("div", table.close("tbody").close("table"), "class", "wide", "tabindex", "0");
  }

  /** A table of names and values. */
  static Html facts(Map<String, String> facts) {
    Html table = new Html().open("table", "class", "facts").open("tbody").line();
    facts.forEach(
        (name, value) ->
            table
                .open("tr")
                .element("th", name, "scope", "row")
                .element("td", value)
                .close("tr")
                .line());
    return table.close("tbody").close("table").line();
  }

  static String escaped(String words) {
    StringBuilder safe = new StringBuilder(words.length() + 16);
    words
        .codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(readable(letter) ? letter : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean readable(int letter) {
    boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    return !half && (!Character.isISOControl(letter) || letter == '\n' || letter == '\t');
  }

  @Override
  public String toString() {
    return code.toString();
  }
}
