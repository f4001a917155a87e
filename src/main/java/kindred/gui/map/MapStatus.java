package kindred.gui.map;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kindred.experiment.MapPlan;
import kindred.gui.core.Activity;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.results.EpochSlider;
import kindred.projection.ImageMap;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line above the map: what it is made of, or how far its computation is; and of a run that kept
 * the vectors of epochs, a slider over them.
 */
final class MapStatus extends HBox {
  private final MapLayouts layouts;
  private final Label words = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Label message = new Label();
  private final Button cancel = new Button("Cancel", new FontIcon("fth-x"));
  private final HBox left = new HBox(8);

  MapStatus(MapLayouts layouts) {
    super(8);
    this.layouts = layouts;
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(32);
    setPrefHeight(32);
    words.setId("map-words");
    words.getStyleClass().addAll("quiet", "figures");
    words.setMinWidth(0);
    message.getStyleClass().add("figures");
    message.setMinWidth(0);
    progress.setPrefWidth(160);
    progress.setMinWidth(80);
    cancel.setId("map-cancel");
    cancel.getStyleClass().add("flat");
    cancel.setMinWidth(USE_PREF_SIZE);
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    getChildren().addAll(left, epochs());
    layouts.mapProperty().addListener((property, before, now) -> show());
    layouts.activityProperty().addListener((property, before, now) -> show());
    layouts.problemProperty().addListener((property, before, now) -> show());
    show();
  }

  private HBox epochs() {
    CheckBox over = new CheckBox("Epochs");
    over.setId("map-epochs");
    over.setMinWidth(Region.USE_PREF_SIZE);
    Tips.set(over, "See how the space formed, by some of the images");
    over.selectedProperty().bindBidirectional(layouts.overEpochsProperty());
    Slider slider = EpochSlider.of(layouts.placeProperty(), layouts.placesProperty());
    slider.setPrefWidth(120);
    slider.visibleProperty().bind(layouts.overEpochsProperty());
    slider.managedProperty().bind(slider.visibleProperty());
    Label epoch = new Label();
    epoch.getStyleClass().add("figures");
    epoch.setMinWidth(72);
    epoch
        .textProperty()
        .bind(
            layouts
                .mapProperty()
                .map(
                    map ->
                        layouts.ofEpochs() == null
                            ? ""
                            : "epoch " + layouts.ofEpochs().epochs()[layouts.placeProperty().get()])
                .orElse(""));
    epoch.visibleProperty().bind(slider.visibleProperty());
    epoch.managedProperty().bind(slider.visibleProperty());
    HBox epochs = new HBox(8, over, slider, epoch);
    epochs.setAlignment(Pos.CENTER_LEFT);
    epochs.visibleProperty().bind(layouts.epochsProperty().map(kept -> kept.size() > 1));
    epochs.managedProperty().bind(epochs.visibleProperty());
    return epochs;
  }

  private void show() {
    Activity activity = layouts.activityProperty().get();
    progress.progressProperty().unbind();
    message.textProperty().unbind();
    if (activity == null) {
      String problem = layouts.problemProperty().get();
      words.setText(problem.isEmpty() ? words(layouts.mapProperty().get()) : problem);
      Tips.set(words, words.getText());
      left.getChildren().setAll(words);
      return;
    }
    progress.progressProperty().bind(activity.progressProperty());
    message.textProperty().bind(activity.messageProperty());
    cancel.setOnAction(event -> activity.cancel());
    left.getChildren().setAll(progress, message, cancel);
  }

  /** What a map is made of, in a line. */
  static String words(ImageMap map) {
    if (map == null) {
      return "";
    }
    ImageMap.Origin origin = map.origin();
    MapPlan plan = origin.plan();
    StringBuilder text = new StringBuilder(MapLayouts.title(plan.method()));
    text.append(" of ").append(Words.count(map.count(), "image", "images"));
    List<Double> explained = origin.explained();
    if (explained != null && explained.size() == 2) {
      text.append(" · ")
          .append(Words.percent(explained.get(0) + explained.get(1)))
          .append(" of the variance seen");
    }
    if (plan.neighbors() != null) {
      text.append(" · ").append(Words.count(plan.neighbors(), "neighbor", "neighbors"));
    }
    if (plan.perplexity() != null) {
      text.append(" · perplexity ").append(Words.number(plan.perplexity()));
    }
    if (origin.trust() != null) {
      text.append(" · trustworthiness ").append(Words.number(origin.trust()));
    }
    if (plan.seed() != null) {
      text.append(" · seed ").append(plan.seed());
    }
    return text.toString();
  }
}
