package kindred.gui.guide;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/** A section as it is read: headings, paragraphs, lists, tables and commands below each other. */
final class Page extends VBox {
  private final List<String> sought;

  /**
   * @param sought words in small letters that are marked
   */
  Page(Section section, List<String> sought) {
    this.sought = sought;
    getStyleClass().add("guide-page");
    Label title = new Label(section.title());
    title.setId("guide-title");
    title.getStyleClass().add("title-text");
    title.setWrapText(true);
    getChildren().add(title);
    section.blocks().forEach(block -> add(this, block));
  }

  private void add(VBox to, Node block) {
    if (block instanceof Heading heading) {
      to.getChildren().add(styled("guide-heading", Inlines.flow(heading, sought)));
    } else if (block instanceof ListBlock list) {
      to.getChildren().add(items(list));
    } else if (block instanceof FencedCodeBlock code) {
      String text = code.getLiteral().stripTrailing();
      to.getChildren().add(styled("guide-commands", Inlines.code(text, sought)));
    } else if (block instanceof TableBlock table) {
      to.getChildren().add(table(table));
    } else {
      TextFlow words = Inlines.flow(block, sought);
      if (!words.getChildren().isEmpty()) {
        to.getChildren().add(words);
      }
    }
  }

  private VBox items(ListBlock list) {
    VBox items = styled("guide-list", new VBox());
    int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 1;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        Label mark = new Label(list instanceof BulletList ? "•" : number + ".");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = styled("guide-list", new VBox());
        for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
          add(words, block);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        items.getChildren().add(new HBox(8, mark, words));
        number++;
      }
    }
    return items;
  }

  private GridPane table(TableBlock table) {
    GridPane grid = styled("guide-table", new GridPane());
    int columns = 0;
    int row = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
        if (line instanceof TableRow) {
          columns = Math.max(columns, cells(grid, line, row, part instanceof TableHead));
          row++;
        }
      }
    }
    for (int column = 0; column < columns; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(column == 0 ? 100.0 / (columns + 1) : -1);
      width.setHgrow(column == 0 ? Priority.NEVER : Priority.ALWAYS);
      grid.getColumnConstraints().add(width);
    }
    return grid;
  }

  private int cells(GridPane grid, Node line, int row, boolean head) {
    int column = 0;
    for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        TextFlow words = Inlines.flow(cell, sought);
        grid.add(head ? styled("guide-head", words) : words, column, row);
        column++;
      }
    }
    return column;
  }

  private static <T extends javafx.scene.Node> T styled(String style, T node) {
    node.getStyleClass().add(style);
    return node;
  }
}
