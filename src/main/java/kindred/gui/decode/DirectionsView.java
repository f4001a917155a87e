package kindred.gui.decode;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Words;
import kindred.gui.picture.ImageChooser;
import kindred.gui.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;

/** A picture, and a slider for each of the strongest directions that its vector is moved along. */
final class DirectionsView {
  private static final double SIDE = 256;
  private static final double ORIGINAL = 64;

  private final DirectionsModel model;
  private final Picture picture = new Picture(SIDE);
  private final Picture original = new Picture(ORIGINAL);
  private final Label start = new Label();
  private final Label explained = new Label();
  private final ImageChooser chooser;
  private final List<AxisRow> rows = new ArrayList<>();
  private final VBox sliders = new VBox(8);
  private final HBox view = new HBox(32);
  private final ScrollPane scroll = new ScrollPane(view);
  private Subject subject;

  DirectionsView(DirectionsModel model, ImageChooser chooser) {
    this.model = model;
    this.chooser = chooser;
    picture.setId("decoded");
    for (int i = 0; i < DirectionsModel.MOST; i++) {
      rows.add(new AxisRow(i + 1, model.axes().get(i)));
    }
    explained.getStyleClass().addAll("quiet", "small");
    explained.setWrapText(true);
    explained.setMinHeight(Region.USE_PREF_SIZE);
    VBox right = new VBox(16, explained, sliders);
    right.setMaxWidth(640);
    right.setMinWidth(280);
    HBox.setHgrow(right, Priority.ALWAYS);
    view.getChildren().addAll(left(), right);
    scroll.setFitToWidth(true);
    model.pictureProperty().addListener((property, before, now) -> draw());
    model.startProperty().addListener((property, before, now) -> begun());
  }

  private Node left() {
    Label problem = new Label();
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    start.setMinWidth(0);
    start.setWrapText(true);
    VBox words = new VBox(8, start, ways());
    HBox from = new HBox(16, original, words);
    from.setAlignment(Pos.CENTER_LEFT);
    from.setMinHeight(ORIGINAL);
    original.managedProperty().bind(original.visibleProperty());
    VBox left = new VBox(16, picture, from, problem);
    left.setMinWidth(SIDE);
    left.setMaxWidth(SIDE);
    return left;
  }

  private Node ways() {
    Button pick = new Button("Pick…", new FontIcon("fth-grid"));
    pick.setId("decode-start");
    pick.setAccessibleText("Pick an image to start from");
    pick.setOnAction(event -> chooser.ask(pick, subject.pictures(), model.startProperty()::set));
    Button mean = new Button("Mean");
    mean.setAccessibleText("Start from the mean of all vectors");
    mean.disableProperty().bind(model.startProperty().isNull());
    mean.setOnAction(event -> model.startProperty().set(null));
    Button reset = new Button("Reset");
    reset.setId("decode-reset");
    reset.setAccessibleText("Move all sliders back to where they began");
    reset.setOnAction(event -> model.reset());
    for (Button button : List.of(pick, mean, reset)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.getStyleClass().add("small");
    }
    return new HBox(4, pick, mean, reset);
  }

  /** Shows another latent space; its picture comes later. */
  void enter(Subject now) {
    subject = now;
    sliders.getChildren().setAll(rows.subList(0, now.axes().count()));
    double all = 0;
    for (int axis = 0; axis < now.axes().count(); axis++) {
      rows.get(axis).share(now.axes().share(axis));
      all += now.axes().share(axis);
    }
    explained.setText(
        "The "
            + Words.count(now.axes().count(), "direction", "directions")
            + " in which the vectors vary most, with "
            + Words.percent(all)
            + " of all variance between them. Places are counted from the mean, in standard"
            + " deviations.");
    begun();
  }

  private void begun() {
    Integer image = model.startProperty().get();
    original.setVisible(image != null);
    if (image == null) {
      start.setText("From the mean of all vectors");
    } else {
      start.setText("From image " + image);
      original.show(subject.pictures(), image);
    }
  }

  private void draw() {
    if (model.pictureProperty().get() == null) {
      picture.clear();
    } else {
      picture.show(model.pictureProperty().get(), "what the decoder makes of this vector");
    }
  }

  Node view() {
    return scroll;
  }
}
