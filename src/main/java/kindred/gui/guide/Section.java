package kindred.gui.guide;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A page of the guide.
 *
 * @param title its heading
 * @param blocks what stands below the heading, in order
 * @param words title and text in small letters, for finding
 */
record Section(String title, List<Node> blocks, String words) {
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder().extensions(Guide.EXTENSIONS).build();
  private static final Pattern TAGS = Pattern.compile("</?kbd>");

  static Section of(String title, List<Node> blocks) {
    StringBuilder words = new StringBuilder(title);
    for (Node block : blocks) {
      words.append('\n').append(PLAIN.render(block));
    }
    String plain = TAGS.matcher(words).replaceAll("").toLowerCase(Locale.ROOT);
    return new Section(title, List.copyOf(blocks), plain);
  }

  /** Whether all of some words, in small letters, occur. */
  boolean has(List<String> sought) {
    return sought.stream().allMatch(words::contains);
  }

  @Override
  public String toString() {
    return title;
  }
}
