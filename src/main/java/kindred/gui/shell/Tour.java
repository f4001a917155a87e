package kindred.gui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Place;
import org.controlsfx.control.PopOver;

/** A walk along the rail: what each stage is for, a sentence or two each. */
final class Tour {
  private static final List<Stop> STOPS =
      List.of(
          new Stop(
              Place.DATA,
              "Everything begins with images: a folder, a ZIP, or the sample that is here already."
                  + " Labels are never needed to learn, only to measure."),
          new Stop(
              Place.LATENT,
              "An auto-encoder, a variational one or an auto-decoder learns a vector for every"
                  + " image. Images that look alike come to lie close together."),
          new Stop(
              Place.NEIGHBORS,
              "For every image the nearest others in that space. Look at the pairs: the more of"
                  + " them show the same kind of thing, the better."),
          new Stop(
              Place.BYOL,
              "BYOL learns from two views of the same image. Here the neighbors join in as further"
                  + " views: now and then (probabilistic), or mixed into the target (weighted)."),
          new Stop(
              Place.EVALUATION,
              "Did it help? A linear probe and a k-NN classifier tell, on images that were held"
                  + " out. Random and same-class neighbors show the floor and the ceiling."),
          new Stop(
              Place.MODELS, "Take the encoder away with you: weights, and vectors of all images."),
          new Stop(
              Place.RUNS,
              "Everything that ran is kept here, with its settings and curves. What stopped can go"
                  + " on; what was good can be done again."),
          new Stop(
              Place.STUDIES,
              "One seed proves little. A study repeats an experiment over variations and seeds and"
                  + " ends with means and intervals."));

  private final Rail rail;
  private final PopOver popOver = new PopOver();
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label step = new Label();
  private final Button next = new Button();
  private int at;

  private record Stop(Place place, String text) {}

  Tour(Rail rail) {
    this.rail = rail;
    title.getStyleClass().add("strong");
    text.setWrapText(true);
    text.setPrefWidth(300);
    text.setMinHeight(Region.USE_PREF_SIZE);
    step.setId("tour-step");
    step.getStyleClass().addAll("quiet", "small");
    next.setId("tour-next");
    next.getStyleClass().add("accent");
    next.setOnAction(event -> go(at + 1));
    Button end = new Button("End tour");
    end.setId("tour-end");
    end.setOnAction(event -> popOver.hide());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, step, space, end, next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    VBox content = new VBox(8, title, text, buttons);
    content.getStyleClass().add("tour");
    popOver.setContentNode(content);
    popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
    popOver.setDetachable(false);
    popOver.setAutoHide(false);
    popOver.setAnimated(false);
  }

  /** Begins, from the first stop. */
  void start() {
    go(0);
  }

  boolean showing() {
    return popOver.isShowing();
  }

  private void go(int stop) {
    if (stop >= STOPS.size()) {
      popOver.hide();
      return;
    }
    at = stop;
    Stop here = STOPS.get(stop);
    title.setText(here.place().title());
    text.setText(here.text());
    step.setText(stop + 1 + " of " + STOPS.size());
    next.setText(stop + 1 == STOPS.size() ? "Done" : "Next");
    Node entry = rail.entry(here.place());
    popOver.hide();
    popOver.show(entry);
    next.requestFocus();
  }
}
