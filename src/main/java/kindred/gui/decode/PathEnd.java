package kindred.gui.decode;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import kindred.gui.core.Words;
import kindred.gui.picture.ImageChooser;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;

/** One of the two images that a path leads between. */
final class PathEnd extends VBox {
  private static final double SIDE = 128;

  private final ObjectProperty<Integer> image;
  private final Picture picture = new Picture(SIDE);
  private final Label name = new Label();
  private Pictures pictures;

  PathEnd(String words, String id, ObjectProperty<Integer> image, ImageChooser chooser) {
    super(8);
    this.image = image;
    setAlignment(Pos.TOP_CENTER);
    Label label = new Label(words);
    label.getStyleClass().addAll("quiet", "small");
    name.getStyleClass().add("figures");
    name.setMaxWidth(SIDE);
    name.setAlignment(Pos.CENTER);
    Button pick = new Button("Pick…");
    pick.setId(id);
    pick.setAccessibleText(words + ": pick an image of the data set");
    pick.setOnAction(event -> chooser.ask(pick, pictures, image::set));
    getChildren().addAll(label, picture, name, pick);
    image.addListener((property, before, now) -> draw());
  }

  /** Takes images from another data set. */
  void enter(Pictures now) {
    pictures = now;
    draw();
  }

  private void draw() {
    if (image.get() == null || pictures == null) {
      picture.clear();
      name.setText("");
      return;
    }
    picture.show(pictures, image.get());
    int label = pictures.set().label(image.get());
    name.setText(
        "image "
            + Words.count(image.get())
            + (label < 0 ? "" : " · " + pictures.set().info().classes().get(label)));
  }
}
