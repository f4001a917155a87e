package kindred.gui.data;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.data.Duplicates.Pair;
import kindred.gui.core.Background;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;

/** Two images that are or look the same, and in what they differ. */
final class PairCell extends ListCell<Pair> {
  private static final double SIDE = 96;

  private final DuplicatesModel model;
  private final Background background;
  private final Picture first = new Picture(SIDE);
  private final Picture second = new Picture(SIDE);
  private final Label kind = new Label();
  private final Label classes = new Label();
  private final Label firstSource = new Label();
  private final Label secondSource = new Label();
  private final HBox row;
  private Pair shown;

  PairCell(DuplicatesModel model, Background background) {
    this.model = model;
    this.background = background;
    kind.getStyleClass().addAll("strong", "figures");
    for (Label source : new Label[] {firstSource, secondSource}) {
      source.getStyleClass().addAll("quiet", "small");
      source.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }
    VBox words = new VBox(4, kind, classes, firstSource, secondSource);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(8, first, second, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    row.setPrefWidth(1);
    setGraphic(row);
  }

  @Override
  protected void updateItem(Pair pair, boolean empty) {
    super.updateItem(pair, empty);
    row.setVisible(!empty && pair != null);
    if (empty || pair == null) {
      shown = null;
      first.clear();
      second.clear();
      return;
    }
    if (!pair.equals(shown)) {
      shown = pair;
      show(pair);
    }
  }

  private void show(Pair pair) {
    Opened opened = model.opened();
    first.show(opened.pictures(), pair.first());
    second.show(opened.pictures(), pair.second());
    String how = pair.same() ? "Same pixels" : alike(pair);
    kind.setText(model.leaks(pair) ? how + " · test and training" : how);
    String one = opened.className(pair.first());
    String other = opened.className(pair.second());
    boolean differ = model.classesDiffer(pair);
    classes.setText(differ ? "≠ " + one + " and " + other : one);
    classes.getStyleClass().remove("problem");
    if (differ) {
      classes.getStyleClass().add("problem");
    }
    classes.setVisible(opened.balance().labeled());
    setAccessibleText(kind.getText() + ", " + classes.getText());
    String firstName = model.imageName(pair.first());
    String secondName = model.imageName(pair.second());
    firstSource.setText(firstName);
    secondSource.setText(secondName);
    background.run(
        () ->
            new String[] {
              opened.sources().source(pair.first()).orElse(""),
              opened.sources().source(pair.second()).orElse("")
            },
        sources -> {
          if (pair.equals(shown)) {
            firstSource.setText(firstName + " · " + sources[0]);
            secondSource.setText(secondName + " · " + sources[1]);
          }
        });
  }

  private static String alike(Pair pair) {
    return "Look alike · "
        + Words.count(pair.bits(), "bit", "bits")
        + " of 64 · correlation "
        + Words.number(pair.correlation());
  }
}
