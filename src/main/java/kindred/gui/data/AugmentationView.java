package kindred.gui.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Background;
import kindred.gui.data.AugmentationModel.Seen;
import kindred.gui.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;

/** What BYOL sees of a few images, and what it would see with other strengths. */
final class AugmentationView implements DataView {
  private static final double SIDE = 64;
  private static final double GAP = 4;
  private static final double BETWEEN = 16;
  private static final int MOST_EPOCHS = 5;

  private final AugmentationModel model;
  private final Knobs knobs;
  private final Label note = new Label();
  private final GridPane grid = new GridPane();
  private final ScrollPane scroll = new ScrollPane(grid);
  private final HBox view = new HBox(BETWEEN);

  AugmentationView(Background background) {
    this.model = new AugmentationModel(background);
    this.knobs = new Knobs(model);
    view.getStyleClass().add("data-tab");
    grid.setHgap(GAP);
    grid.setVgap(GAP);
    scroll.setId("augmented");
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    note.getStyleClass().add("quiet");
    note.setWrapText(true);
    note.setMinHeight(36);
    note.setAlignment(Pos.TOP_LEFT);
    VBox right = new VBox(8, tools(), note, scroll);
    HBox.setHgrow(right, Priority.ALWAYS);
    view.getChildren().addAll(knobs.view(), right);
    right.widthProperty().addListener((property, before, now) -> fit(now.doubleValue()));
    model.seenProperty().addListener((property, before, now) -> draw(now));
    model.firstProperty().addListener((property, before, now) -> say());
    model.secondProperty().addListener((property, before, now) -> say());
  }

  private HBox tools() {
    Button draw = new Button("Draw again", new FontIcon("fth-shuffle"));
    draw.setId("draw-again");
    draw.setOnAction(event -> model.reshuffle());
    Button others = new Button("Other images");
    others.setId("other-images");
    others.setOnAction(event -> model.chooseImages());
    for (Button button : List.of(draw, others)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox row = new HBox(8, draw, others);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** As many epochs side by side as there is room for. */
  private void fit(double width) {
    double rest = width - SIDE - 24;
    int fitting = (int) (rest / (2 * (SIDE + GAP) + BETWEEN));
    model.epochsProperty().set(Math.max(1, Math.min(MOST_EPOCHS, fitting)));
  }

  private void say() {
    if (model.opened() == null) {
      return;
    }
    note.setText(
        model.asTrained()
            ? "What BYOL sees with seed 1, draw for draw."
            : "For looking only: BYOL keeps its own strengths. Reset returns to them.");
  }

  private void draw(List<Seen> seen) {
    grid.getChildren().clear();
    if (seen.isEmpty() || model.opened() == null) {
      return;
    }
    grid.add(caption("Image"), 0, 0);
    int views = seen.get(0).views().size();
    for (int v = 0; v < views; v += 2) {
      int epoch = model.epochProperty().get() + v / 2 + 1;
      Label caption = caption("Epoch " + epoch + ": views 1, 2");
      grid.add(caption, column(v), 0, 2, 1);
    }
    for (int row = 0; row < seen.size(); row++) {
      drawRow(seen.get(row), row + 1);
    }
  }

  private void drawRow(Seen seen, int row) {
    Picture original = new Picture(SIDE);
    original.show(model.opened().pictures(), seen.image());
    grid.add(original, 0, row);
    for (int v = 0; v < seen.views().size(); v++) {
      Picture picture = new Picture(SIDE);
      picture.show(
          seen.views().get(v),
          "image %d, view %d, epoch %d"
              .formatted(seen.image(), v % 2 + 1, model.epochProperty().get() + v / 2 + 1));
      if (v % 2 == 0) {
        Region gap = new Region();
        gap.setMinWidth(BETWEEN - 2 * GAP);
        grid.add(gap, column(v) - 1, row);
      }
      grid.add(picture, column(v), row);
    }
  }

  /** An empty column stands before each epoch. */
  private static int column(int view) {
    return 2 + view + view / 2;
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("quiet", "small", "figures");
    return label;
  }

  /** Shows an image among the others. */
  void look(int image) {
    model.look(image);
  }

  @Override
  public String title() {
    return "Augmentation";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Opened opened) {
    model.show(opened);
    if (opened != null) {
      knobs.grayImages(opened.set().info().channels() == 1);
      say();
    }
  }
}
