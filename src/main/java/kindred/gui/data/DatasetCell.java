package kindred.gui.data;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import kindred.data.DatasetInfo;
import kindred.data.Datasets;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;

/** A data set in the list: its name and, below, what it holds. */
final class DatasetCell extends ListCell<Datasets.Entry> {
  private final Label name = new Label();
  private final Label facts = new Label();
  private final VBox box = new VBox(2, name, facts);

  DatasetCell() {
    name.getStyleClass().add("strong");
    facts.getStyleClass().addAll("small", "figures");
    box.setMinWidth(0);
    box.setPrefWidth(1);
    setGraphic(box);
  }

  @Override
  protected void updateItem(Datasets.Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    box.setVisible(!empty && entry != null);
    Tips.set(this, null);
    if (empty || entry == null) {
      setAccessibleText(null);
      return;
    }
    Optional<DatasetInfo> info = entry.info();
    name.setText(entry.name());
    facts.getStyleClass().removeAll("quiet", "problem");
    facts.getStyleClass().add(info.isPresent() ? "quiet" : "problem");
    facts.setText(info.map(DatasetCell::facts).orElse("damaged"));
    String words = entry.name() + "\n" + facts.getText() + "\n";
    Tips.set(this, entry.problem().orElse(words + Words.bytes((double) entry.bytes())));
    setAccessibleText(entry.name() + ", " + facts.getText());
  }

  /** What a data set holds, in a line. */
  static String facts(DatasetInfo info) {
    int classes = info.classes().size();
    String held = info.keepsSplit() ? " · " + Words.count(info.test()) + " for testing" : "";
    return "%s · %d×%d %s · %s"
            .formatted(
                Words.count(info.count(), "image", "images"),
                info.width(),
                info.height(),
                info.channels() == 1 ? "gray" : "color",
                classes == 0 ? "no classes" : Words.count(classes, "class", "classes"))
        + held;
  }
}
