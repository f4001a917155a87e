package kindred.gui.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Sets the words of a paragraph, a heading or a cell, and marks those that are sought. */
final class Inlines extends AbstractVisitor {
  private final List<String> sought;
  private final List<Text> pieces = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();

  private Inlines(List<String> sought) {
    this.sought = sought;
  }

  /**
   * What stands in a node of the Markdown.
   *
   * @param sought in small letters
   */
  static TextFlow flow(Node parent, List<String> sought) {
    Inlines inlines = new Inlines(sought);
    inlines.visitChildren(parent);
    return new TextFlow(inlines.pieces.toArray(Text[]::new));
  }

  /** Plain text as one line of code after the other. */
  static TextFlow code(String text, List<String> sought) {
    Inlines inlines = new Inlines(sought);
    inlines.styles.add("guide-code");
    inlines.say(text);
    return new TextFlow(inlines.pieces.toArray(Text[]::new));
  }

  private void say(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int from = 0;
    while (from < text.length()) {
      int at = text.length();
      int end = at;
      for (String word : sought) {
        int found = lower.indexOf(word, from);
        if (found >= 0 && (found < at || (found == at && found + word.length() > end))) {
          at = found;
          end = found + word.length();
        }
      }
      piece(text.substring(from, at), false);
      piece(text.substring(at, end), true);
      from = end;
    }
  }

  private void piece(String text, boolean found) {
    if (!text.isEmpty()) {
      Text piece = new Text(text);
      piece.getStyleClass().add("guide-text");
      piece.getStyleClass().addAll(styles);
      if (found) {
        piece.getStyleClass().add("guide-found");
      }
      pieces.add(piece);
    }
  }

  private void styled(String style, Node node) {
    styles.add(style);
    visitChildren(node);
    styles.remove(styles.size() - 1);
  }

  @Override
  public void visit(org.commonmark.node.Text text) {
    say(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    styles.add("guide-code");
    say(code.getLiteral());
    styles.remove(styles.size() - 1);
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled("guide-name", emphasis);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    styled("guide-name", strong);
  }

  /** Tags of keys are the only ones that the guide has. */
  @Override
  public void visit(HtmlInline tag) {
    if (tag.getLiteral().startsWith("</")) {
      styles.remove("guide-key");
    } else {
      styles.add("guide-key");
    }
  }

  @Override
  public void visit(SoftLineBreak end) {
    say(" ");
  }

  @Override
  public void visit(HardLineBreak end) {
    say("\n");
  }

  /** The window itself is what the pictures show. */
  @Override
  public void visit(Image picture) {}
}
