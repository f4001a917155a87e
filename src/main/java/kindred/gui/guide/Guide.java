package kindred.gui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** The user's guide, which comes with the program, in sections as its second headings cut it. */
final class Guide {
  private static final String RESOURCE = "/kindred/gui/guide/guide.md";

  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private Guide() {}

  /** Reads the guide; for background threads. */
  static List<Section> read() throws IOException {
    try (InputStream file = Guide.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IOException("the program lacks its guide " + RESOURCE + "; build it again");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Cuts Markdown at headings of level 1 and 2; each becomes a section's title. */
  static List<Section> parse(String markdown) {
    Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
    List<Section> sections = new ArrayList<>();
    String title = "";
    List<Node> blocks = new ArrayList<>();
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof Heading heading && heading.getLevel() <= 2) {
        add(sections, title, blocks);
        title = TextContentRenderer.builder().build().render(heading).strip();
        blocks = new ArrayList<>();
      } else {
        blocks.add(block);
      }
    }
    add(sections, title, blocks);
    return List.copyOf(sections);
  }

  private static void add(List<Section> sections, String title, List<Node> blocks) {
    if (!title.isEmpty() || !blocks.isEmpty()) {
      sections.add(Section.of(title, blocks));
    }
  }
}
