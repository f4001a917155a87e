package kindred.gui.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Session;
import kindred.gui.picture.ImageChooser;
import kindred.gui.picture.Picture;
import kindred.gui.results.Choices;
import kindred.gui.results.PictureSize;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two images and the way between their vectors, decoded where the slider is and in a strip. */
final class PathView {
  private static final double SIDE = 192;
  private static final double STEP = 56;

  private final Session session;
  private final PathModel model;
  private final PathEnd from;
  private final PathEnd to;
  private final Picture picture = new Picture(SIDE);
  private final ObservableList<Way> ways = FXCollections.observableArrayList(Way.LINEAR);
  private final Playing playing;
  private final HBox strip = new HBox(4);
  private final VBox view = new VBox(16);
  private final ScrollPane scroll = new ScrollPane(view);
  private Subject subject;

  PathView(Session session, PathModel model, ImageChooser chooser) {
    this.session = session;
    this.model = model;
    this.from = new PathEnd("From", "path-from", model.fromProperty(), chooser);
    this.to = new PathEnd("To", "path-to", model.toProperty(), chooser);
    this.playing = new Playing(model.shareProperty());
    picture.setId("path-picture");
    Label between = new Label("Between them");
    between.getStyleClass().addAll("quiet", "small");
    VBox middle = new VBox(8, between, picture);
    middle.setAlignment(Pos.TOP_CENTER);
    HBox pictures = new HBox(24, from, middle, to);
    strip.setId("path-strip");
    strip.setMinHeight(STEP + 4);
    Label problem = new Label();
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    view.getChildren().addAll(pictures, controls(), strip, save(), problem);
    view.setMaxWidth(640);
    scroll.setFitToWidth(true);
    model.pictureProperty().addListener((property, before, now) -> draw());
    model.strip().addListener((InvalidationListener) changed -> drawStrip());
    view.sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                playing.stop();
              }
            });
  }

  private Node controls() {
    Slider slider = new Slider(0, 1, model.shareProperty().get());
    slider.setId("path-share");
    slider.setAccessibleText("Share of the way");
    slider.setBlockIncrement(0.05);
    slider.valueProperty().bindBidirectional(model.shareProperty());
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label share = new Label();
    share.getStyleClass().add("figures");
    share.setMinWidth(40);
    share.setAlignment(Pos.CENTER_RIGHT);
    share
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, "%.0f %%", 100 * model.shareProperty().get()),
                model.shareProperty()));
    Choices<Way> choices = new Choices<>(ways, model.wayProperty(), Way::title, Way::help);
    choices.visibleProperty().bind(Bindings.size(ways).greaterThan(1));
    choices.managedProperty().bind(choices.visibleProperty());
    HBox row = new HBox(8, playing.button(), slider, share, choices);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node save() {
    Button save = new Button("Save strip…", new FontIcon("fth-download"));
    save.setId("path-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.disableProperty().bind(model.decodedStripProperty().isNull());
    save.setOnAction(
        event ->
            StripFile.save(
                session,
                "%s-%d-to-%d.png"
                    .formatted(subject.run(), model.fromProperty().get(), model.toProperty().get()),
                model.decodedStripProperty().get()));
    return save;
  }

  /** Shows another latent space; its pictures come later. */
  void enter(Subject now) {
    subject = now;
    from.enter(now.pictures());
    to.enter(now.pictures());
    ways.setAll(model.ways());
  }

  private void draw() {
    if (model.pictureProperty().get() == null) {
      picture.clear();
    } else {
      picture.show(model.pictureProperty().get(), "decoded between the two images");
    }
  }

  private void drawStrip() {
    List<Node> steps = new ArrayList<>();
    double side = PictureSize.side(subject.pictures().set(), STEP);
    for (int step = 0; step < model.strip().size(); step++) {
      Image image = model.strip().get(step);
      Picture one = new Picture(side);
      double share = step / (PathModel.STEPS - 1.0);
      one.show(image, String.format(Locale.ROOT, "%.0f %% of the way", 100 * share));
      one.getStyleClass().add("clickable");
      one.setOnMouseClicked(event -> model.shareProperty().set(share));
      steps.add(one);
    }
    strip.getChildren().setAll(steps);
  }

  Node view() {
    return scroll;
  }
}
