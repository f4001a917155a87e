package kindred.gui.data;

import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import kindred.gui.core.Background;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.picture.ClassColors;
import kindred.gui.picture.Originals;
import kindred.gui.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;

/** One image over the others, as large as fits by a whole factor, with what is known of it. */
final class BigPicture {
  private static final double BELOW = 152; // for words and buttons
  private static final double SMALLEST = 96;

  private final Background background;
  private final Runnable closed;
  private final IntConsumer preview;
  private final StackPane back = new StackPane();
  private final StackPane frame = new StackPane();
  private final Rectangle swatch = new Rectangle(8, 16);
  private final Label name = new Label();
  private final TextField source = new TextField();
  private final Label file = new Label();
  private final ToggleButton sharper = new ToggleButton("As in the file");
  private Opened opened;
  private IntUnaryOperator images;
  private int count;
  private int place;

  /**
   * @param closed told when the user is done with it
   * @param preview told the number of an image whose augmentation is wanted
   */
  BigPicture(Background background, Runnable closed, IntConsumer preview) {
    this.background = background;
    this.closed = closed;
    this.preview = preview;
    back.setId("big-picture");
    back.getStyleClass().add("big-picture");
    back.setVisible(false);
    back.setFocusTraversable(true);
    VBox box = new VBox(8, frame, words(), source, file, buttons());
    box.setAlignment(Pos.CENTER);
    box.setMaxWidth(560);
    name.setMinWidth(0);
    source.setId("big-source");
    source.setEditable(false);
    source.setFocusTraversable(false);
    source.getStyleClass().add("facts-field");
    source.setAlignment(Pos.CENTER);
    file.setId("big-file");
    file.getStyleClass().addAll("quiet", "figures");
    back.getChildren().add(box);
    back.setOnMouseClicked(
        event -> {
          if (event.getTarget() == back) {
            close();
          }
        });
    back.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    back.heightProperty().addListener((property, before, now) -> redraw());
    back.widthProperty().addListener((property, before, now) -> redraw());
  }

  Region view() {
    return back;
  }

  private HBox words() {
    name.getStyleClass().addAll("strong", "figures");
    HBox row = new HBox(8, swatch, name);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private HBox buttons() {
    Button before = button("Image before", "fth-chevron-left", () -> step(-1));
    Button after = button("Image after", "fth-chevron-right", () -> step(1));
    Button close = button("Close", "fth-x", this::close);
    Button augment = new Button("Augment it");
    augment.setOnAction(
        event -> {
          close();
          preview.accept(images.applyAsInt(place));
        });
    sharper.setId("big-sharper");
    sharper.setFocusTraversable(false);
    sharper.setOnAction(event -> redraw());
    Tips.set(sharper, "As sharp as the file has it; trainings see the image as it was packed");
    HBox row = new HBox(8, before, after, sharper, augment, close);
    row.setAlignment(Pos.CENTER);
    HBox.setHgrow(row, Priority.ALWAYS);
    return row;
  }

  private static Button button(String text, String icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("button-icon");
    button.setAccessibleText(text);
    button.setOnAction(event -> action.run());
    return button;
  }

  /**
   * Shows an image.
   *
   * @param order gives the number of the image at a place
   * @param from the place to begin at
   */
  void show(Opened data, IntUnaryOperator order, int places, int from) {
    opened = data;
    images = order;
    count = places;
    place = from;
    back.setVisible(true);
    back.requestFocus();
    redraw();
    describe();
  }

  /** The place of the image that is shown, or was last. */
  int place() {
    return place;
  }

  private void step(int by) {
    place = Math.max(0, Math.min(count - 1, place + by));
    redraw();
    describe();
  }

  void close() {
    if (back.isVisible()) {
      back.setVisible(false);
      frame.getChildren().clear();
      closed.run();
    }
  }

  private void redraw() {
    if (!back.isVisible()) {
      return;
    }
    double room = Math.min(back.getWidth() - 32, back.getHeight() - BELOW - 32);
    double pixels = Math.max(opened.set().info().width(), opened.set().info().height());
    double side = Math.max(SMALLEST, room);
    double whole = pixels > side ? side : pixels * Picture.factor(side, pixels);
    Picture picture = new Picture(Math.floor(whole));
    int image = images.applyAsInt(place);
    picture.show(opened.pictures(), image);
    frame.getChildren().setAll(picture);
    sharper.setDisable(true);
    Originals originals = opened.originals();
    originals.load(
        image,
        sharp -> {
          if (frame.getChildren().contains(picture)) {
            sharper.setDisable(false);
            if (sharper.isSelected()) {
              picture.sharpen(originals);
            }
          }
        });
  }

  private void describe() {
    int image = images.applyAsInt(place);
    swatch.setFill(ClassColors.of(opened.set().label(image)));
    name.setText(opened.className(image) + " · image " + Words.count(image));
    source.setText("");
    Opened of = opened;
    background.run(
        () -> of.sources().source(image).orElse("source unknown"),
        text -> {
          if (of.equals(opened) && images.applyAsInt(place) == image) {
            source.setText(text);
          }
        });
    file.setText("");
    background.run(
        () -> FileWords.of(of, image),
        text -> {
          if (of.equals(opened) && images.applyAsInt(place) == image) {
            file.setText(text);
          }
        });
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> step(-1);
      case RIGHT -> step(1);
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
