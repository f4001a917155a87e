package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import kindred.neighbors.pairs.PairFilter;

/** An image and its neighbors in one row; one fixed tree of nodes for all rows of a layout. */
final class PairRow extends Pane {
  private final RowLayout layout;
  private final Picture image;
  private final RowWords number = new RowWords();
  private final RowWords chosenBy = new RowWords();
  private final RowWords name = new RowWords();
  private final RowWords otherRun = new RowWords();
  private final List<PairSlot> own = new ArrayList<>();
  private final List<PairSlot> other = new ArrayList<>();
  private ShownRow shown;

  /**
   * @param pressed told of a pair that the mouse was pressed on
   * @param headPressed told of the image at the head of the row, likewise
   */
  PairRow(RowLayout layout, BiConsumer<ShownPair, MouseEvent> pressed, IntConsumer headPressed) {
    this.layout = layout;
    image = new Picture(layout.side());
    number.getStyleClass().add("quiet");
    chosenBy.getStyleClass().add("quiet");
    Tips.set(chosenBy, "So many images have this one among their neighbors");
    name.getStyleClass().add("quiet");
    double width = layout.slotWidth();
    double below = RowLayout.LINE + Picture.height(layout.side()) + 2 * RowLayout.FRAME;
    put(number, 0, width, RowLayout.LINE);
    put(chosenBy, below, width, RowLayout.LINE);
    put(name, below + RowLayout.LINE, width, RowLayout.LINE);
    otherRun.getStyleClass().add("quiet");
    otherRun.setWrapText(true);
    otherRun.setAlignment(Pos.TOP_CENTER);
    if (layout.otherLines() > 0) {
      put(otherRun, layout.otherY(0) + RowLayout.LINE, width, layout.side());
    }
    image.setManaged(false);
    image.getStyleClass().add("pair-head");
    image.setOnMousePressed(event -> headPressed.accept(shown.image()));
    image.resizeRelocate(
        (width - layout.side()) / 2,
        RowLayout.LINE + RowLayout.FRAME,
        layout.side(),
        Picture.height(layout.side()));
    getChildren().add(image);
    name.setVisible(layout.names());
    for (int i = 0; i < layout.slots(); i++) {
      own.add(slot(i, layout.y(i), pressed));
    }
    for (int i = 0; i < layout.otherSlots(); i++) {
      other.add(slot(i, layout.otherY(i), pressed));
    }
    double right = layout.slots() == 0 ? width : layout.x(layout.columns() - 1) + width;
    setMinSize(right, layout.rowHeight());
    setPrefSize(right, layout.rowHeight());
    setMaxSize(right, layout.rowHeight());
  }

  private void put(RowWords words, double y, double width, double height) {
    words.stand(0, y, width, height);
    getChildren().add(words);
  }

  private PairSlot slot(int place, double y, BiConsumer<ShownPair, MouseEvent> pressed) {
    PairSlot slot = new PairSlot(layout);
    slot.relocate(layout.x(place), y);
    slot.setOnMousePressed(
        event -> {
          boolean mine = y < layout.otherY(0);
          List<ShownPair> pairs = mine ? shown.own() : shown.other();
          pressed.accept(pairs.get(place), event);
        });
    getChildren().add(slot);
    return slot;
  }

  /**
   * Shows an image with its neighbors.
   *
   * @param with the name of the run whose neighbors stand below; empty without one
   * @param chosen tells which pairs are selected
   */
  void show(Pictures pictures, ShownRow row, String with, IntPredicate chosen) {
    shown = row;
    image.show(pictures, row.image());
    number.say(Words.count(row.image()));
    chosenBy.say("×" + Words.count(row.chosenBy()));
    if (name.isVisible()) {
      name.say(pictures.className(row.image()));
    }
    otherRun.say(with);
    fill(own, row.own(), pictures, chosen);
    fill(other, row.other(), pictures, pair -> false);
  }

  private static void fill(
      List<PairSlot> slots, List<ShownPair> pairs, Pictures pictures, IntPredicate chosen) {
    for (int i = 0; i < slots.size(); i++) {
      if (i < pairs.size()) {
        slots.get(i).show(pictures, pairs.get(i), chosen.test(pairs.get(i).pair()));
      } else {
        slots.get(i).clear();
      }
    }
  }

  /** Marks what is selected now. */
  void choose(IntPredicate chosen) {
    for (int i = 0; shown != null && i < Math.min(own.size(), shown.own().size()); i++) {
      own.get(i).choose(chosen.test(shown.own().get(i).pair()));
    }
  }

  /** The row in a sentence, for those who do not see it. */
  String words() {
    StringBuilder words = new StringBuilder(image.getAccessibleText()).append("; neighbors");
    for (int i = 0; i < shown.own().size(); i++) {
      ShownPair pair = shown.own().get(i);
      words.append(i == 0 ? " " : ", ").append(pair.neighbor());
      if (pair.labels() != PairFilter.Label.UNKNOWN) {
        words.append(pair.labels() == PairFilter.Label.SAME ? " same class" : " another class");
      }
      if (pair.verdict() != null) {
        words.append(" judged ").append(VerdictWords.of(pair.verdict()));
      }
    }
    return words.toString();
  }
}
