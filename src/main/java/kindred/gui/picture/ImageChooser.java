package kindred.gui.picture;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.data.ImageSet;
import kindred.gui.core.Tips;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where an image of a data set is chosen: by looking, by class, by number or at random. It is over
 * the window until one is chosen. For the application thread.
 */
public final class ImageChooser {
  private static final String ALL = "All classes";
  private static final double SIDE = 64;
  private static final double GAP = 4;
  private static final int COLUMNS = 5;

  private final PopOver popOver = new PopOver();
  private final TextField number = new TextField();
  private final Label problem = new Label();
  private final ComboBox<String> classes = new ComboBox<>();
  private final GridView<Integer> grid = new GridView<>();
  private Pictures shown;
  private IntConsumer chosen;

  public ImageChooser() {
    number.setId("image-number");
    number.setPromptText("Number");
    number.setAccessibleText("Number of an image");
    Tips.set(number, "Number of an image");
    number.setPrefWidth(96);
    number.setOnAction(event -> numbered());
    classes.setAccessibleText("Class of the images");
    classes.setPrefWidth(144);
    classes.valueProperty().addListener((property, before, now) -> list());
    Button random = new Button("Random", new FontIcon("fth-shuffle"));
    random.setId("image-random");
    random.setOnAction(
        event -> {
          List<Integer> all = grid.getItems();
          if (!all.isEmpty()) {
            choose(all.get(ThreadLocalRandom.current().nextInt(all.size())));
          }
        });
    problem.getStyleClass().addAll("problem", "small");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    grid.setId("image-grid");
    grid.setHorizontalCellSpacing(GAP / 2);
    grid.setVerticalCellSpacing(GAP / 2);
    grid.setCellWidth(SIDE);
    grid.setCellHeight(SIDE + GAP);
    grid.setPrefSize(COLUMNS * (SIDE + GAP) + 24, 320);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox content = new VBox(8, new HBox(8, number, classes, random), problem, grid);
    content.setPadding(new Insets(16));
    popOver.setContentNode(content);
    popOver.setAnimated(false);
    popOver.setDetachable(false);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
  }

  /**
   * Asks for an image.
   *
   * @param owner that the images are shown beside
   * @param answer told the number of the one that is chosen; nobody is told if none is
   */
  public void ask(Node owner, Pictures pictures, IntConsumer answer) {
    chosen = answer;
    number.clear();
    problem.setText("");
    if (pictures != shown) {
      shown = pictures;
      grid.setCellFactory(view -> new Cell(pictures));
      List<String> names = pictures.set().info().classes();
      classes.getItems().setAll(names);
      classes.getItems().add(0, ALL);
      classes.setDisable(names.isEmpty());
      classes.setValue(ALL);
      list();
    }
    popOver.show(owner);
    number.requestFocus();
  }

  private void list() {
    if (shown == null) {
      return;
    }
    ImageSet set = shown.set();
    int label = classes.getSelectionModel().getSelectedIndex() - 1;
    grid.setItems(
        FXCollections.observableList(
            IntStream.range(0, set.count())
                .filter(image -> label < 0 || set.label(image) == label)
                .boxed()
                .toList()));
  }

  private void numbered() {
    int last = shown.set().count() - 1;
    String text = number.getText().strip();
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= last) {
      choose(Integer.parseInt(text));
    } else {
      problem.setText("There is no image “" + text + "”; type a number from 0 to " + last + ".");
    }
  }

  private void choose(int image) {
    popOver.hide();
    chosen.accept(image);
  }

  private final class Cell extends GridCell<Integer> {
    private final Pictures pictures;
    private final Picture picture = new Picture(SIDE);

    Cell(Pictures pictures) {
      this.pictures = pictures;
      picture.getStyleClass().add("clickable");
      picture.setOnMouseClicked(event -> choose(getItem()));
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        picture.show(pictures, item);
        setGraphic(picture);
      }
    }
  }
}
