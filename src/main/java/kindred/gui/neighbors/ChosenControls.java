package kindred.gui.neighbors;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kindred.gui.core.Tips;
import kindred.neighbors.pairs.PairFilter;

/** The controls for which pairs a training would take. The same in each view that has them. */
final class ChosenControls {
  private final PairsModel model;
  private final Spinner<Integer> k = new Spinner<>(1, 1, 1);
  private final Spinner<Integer> mutual = new Spinner<>(0, 1, 0);
  private final Slider closest = new Slider(0.01, 1, 1);
  private final Label share = new Label();
  private final TextField farthest = new TextField();
  private final CheckBox verdicts = new CheckBox("Use verdicts");
  private boolean showing;

  /**
   * @param id put before the ids of the controls
   */
  ChosenControls(PairsModel model, String id) {
    this.model = model;
    spinner(k, id + "-k", "Nearest so many of each image");
    spinner(
        mutual, id + "-mutual", "Only pairs in which each is among the other's nearest so many");
    closest.setId(id + "-closest");
    closest.setPrefWidth(104);
    closest.setBlockIncrement(0.05);
    closest.setAccessibleText("Share of the pairs that is kept, the closest ones");
    Tips.set(closest, "Keep this share of the pairs, the closest ones");
    share.setMinWidth(48);
    farthest.setId(id + "-farthest");
    farthest.setPrefColumnCount(5);
    farthest.setPromptText("distance");
    farthest.setAccessibleText("Largest distance of a pair");
    Tips.set(farthest, "Keep pairs no farther apart than this");
    verdicts.setId(id + "-verdicts");
    Tips.set(verdicts, "Leave out pairs judged a different kind; keep those judged the same kind");
    k.valueProperty().addListener((property, before, now) -> setK(now));
    mutual.valueProperty().addListener((property, before, now) -> setMutual(now));
    closest
        .valueProperty()
        .addListener((property, before, now) -> set(filter().withClosest(rounded(now))));
    verdicts.selectedProperty().addListener((property, before, now) -> heedVerdicts(now));
    farthest.setOnAction(event -> readFarthest());
    farthest
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                readFarthest();
              }
            });
    model.queryProperty().addListener((property, before, now) -> show());
    model.browsedProperty().addListener((property, before, now) -> show());
    show();
  }

  private static void spinner(Spinner<Integer> spinner, String id, String help) {
    spinner.setId(id);
    spinner.setEditable(true);
    spinner
        .getEditor()
        .setTextFormatter(
            new TextFormatter<>(
                change -> change.getControlNewText().matches("[0-9]{0,4}") ? change : null));
    spinner.setPrefWidth(76);
    Tips.set(spinner, help);
    spinner.getEditor().setAccessibleText(help);
  }

  /** A quarter of a percent is as fine as anybody asks for. */
  private static double rounded(Number value) {
    return Math.max(0.01, Math.round(value.doubleValue() * 400) / 400.0);
  }

  private PairFilter filter() {
    return model.queryProperty().get().filter();
  }

  private int most() {
    return model.browsedProperty().get().k();
  }

  private void set(PairFilter now) {
    if (!showing) {
      model.filter(now);
    }
  }

  private void setK(Integer now) {
    if (now == null) {
      show();
    } else {
      set(filter().withK(now == most() ? null : now));
    }
  }

  private void setMutual(Integer now) {
    if (now == null) {
      show();
    } else {
      set(filter().withMutual(now));
    }
  }

  private void heedVerdicts(boolean heed) {
    if (!showing) {
      model.queryProperty().set(model.queryProperty().get().withVerdicts(heed));
    }
  }

  private void readFarthest() {
    String text = farthest.getText().strip();
    try {
      Double value = text.isEmpty() ? null : Double.valueOf(text);
      if (value == null || value >= 0) {
        set(filter().withDistances(filter().minDistance(), value));
        return;
      }
    } catch (NumberFormatException notANumber) {
      // what was there before stands again, below
    }
    show();
  }

  private void show() {
    Browsed browsed = model.browsedProperty().get();
    if (browsed == null) {
      return;
    }
    showing = true;
    bounds(k, browsed.k(), Math.min(browsed.k(), filter().k()));
    bounds(mutual, browsed.k(), filter().mutual());
    if (!closest.isValueChanging()) {
      closest.setValue(filter().closest());
    }
    share.setText(String.format(Locale.ROOT, "%.3g %%", 100 * filter().closest()));
    if (!farthest.isFocused()) {
      Double most = filter().maxDistance();
      farthest.setText(most == null ? "" : most.toString());
    }
    verdicts.setSelected(model.queryProperty().get().verdicts());
    closest.setDisable(!browsed.hasDistances());
    farthest.setDisable(!browsed.hasDistances());
    showing = false;
  }

  private static void bounds(Spinner<Integer> spinner, int most, int value) {
    var factory =
        (javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory)
            spinner.getValueFactory();
    factory.setMax(most);
    factory.setValue(value);
  }

  /** Each filter with its words, in reading order. */
  Node[] filters() {
    return new Node[] {
      worded("Nearest", k),
      worded("Mutual", mutual),
      worded("Closest", closest, share),
      worded("Up to", farthest)
    };
  }

  /** Whether a training heeds verdicts. */
  Node verdicts() {
    return verdicts;
  }

  static HBox worded(String words, Region... controls) {
    Label label = new Label(words);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(controls[0]);
    HBox box = new HBox(4, label);
    box.getChildren().addAll(controls);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
