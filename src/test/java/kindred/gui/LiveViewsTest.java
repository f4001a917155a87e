package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import kindred.data.ImageSet;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.decode.DecodeView;
import kindred.gui.search.SearchView;
import kindred.run.LiveProcesses;
import kindred.run.RunFolder;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;

/** An image is searched for and vectors are moved, in a real window with a real process beside. */
class LiveViewsTest extends WindowCase {
  private final List<String> accidents = Collections.synchronizedList(new ArrayList<>());
  private Session session;
  private Workspace workspace;

  private RunRow learned() throws Exception {
    session = workbench.session();
    workspace = session.workspace();
    TinyWorkspace.pack(workspace.datasets());
    RunFolder run = TinyWorkspace.done(workspace, TinyWorkspace.autoEncoder(2));
    session.board().refresh();
    await(
        "the run on the board",
        10,
        () ->
            session.board().run(run.id()).isPresent()
                && session.board().run(run.id()).get().now().state().result() != null);
    return onWindowThread(() -> session.board().run(run.id()).get());
  }

  private void show(ResultView view, RunRow run, Node... others) throws Exception {
    onWindowThread(
        () -> {
          VBox root = new VBox(others);
          root.getChildren().add(view.view());
          stage().getScene().setRoot(root);
          view.show(run);
          return null;
        });
  }

  private Path png(int number) throws Exception {
    ImageSet images = workspace.images("tiny");
    byte[] pixels = new byte[images.info().imageBytes()];
    images.pixels(number, pixels, 0);
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 8, 8, pixels);
    Path file = folder.resolve("mystery.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static boolean says(Node root, String words) {
    if (root instanceof Label label && label.getText() != null) {
      return label.isVisible() && label.getText().contains(words);
    }
    return root instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> says(child, words));
  }

  private static Node first(WindowRobot robot) {
    return robot.lookup("#search-hits .hit").queryAll().stream().findFirst().orElse(null);
  }

  /** A label that files can be dragged from, as from a file manager. */
  private static Label fileManager(File file) {
    Label source = new Label("a file");
    source.setId("file-manager");
    source.setOnDragDetected(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(file));
          source.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    return source;
  }

  @Test
  void droppedImageHasItsNeighborsShown(WindowRobot robot) throws Exception {
    RunRow run = learned();
    File image = png(12).toFile();
    try (LiveProcesses live = new LiveProcesses(workspace, accidents::add)) {
      SearchView view = onWindowThread(() -> new SearchView(session, live));
      show(view, run, onWindowThread(() -> fileManager(image)));
      await("an invitation", 10, () -> says(view.view(), "Drop an image here"));

      robot.drag("#file-manager").dropTo("#search");
      await("20 neighbors", 60, () -> robot.lookup("#search-hits .hit").queryAll().size() == 20);
      assertThat(onWindowThread(() -> first(robot).getAccessibleText()))
          .startsWith("neighbor 1, image 12, class 0, distance ");
      assertThat(onWindowThread(() -> says(view.view(), "mystery.png"))).isTrue();

      robot.clickOn("50");
      await("all 40", 10, () -> robot.lookup("#search-hits .hit").queryAll().size() == 40);
      robot.clickOn(robot.lookup("#search-hits .hit").nth(2).<Node>query());
      await(
          "the neighbors of a neighbor",
          10,
          () -> says(view.view(), "of 39 others are of its own class, class "));
      assertThat(onWindowThread(() -> first(robot).getAccessibleText())).endsWith("distance 0");

      choosers.choose(Files.writeString(folder.resolve("notes.txt"), "no image"));
      robot.clickOn("#search-open");
      await(
          "why it cannot be searched for",
          10,
          () -> says(view.view(), "notes.txt cannot be used: not an image in a known format"));
    }
    assertThat(accidents).isEmpty();
  }

  private static Image shown(WindowRobot robot, String id) {
    return robot
        .lookup(id + " .image-view")
        .tryQueryAs(ImageView.class)
        .map(ImageView::getImage)
        .orElse(null);
  }

  private static int brightness(Image image) {
    int sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        sum += image.getPixelReader().getArgb(x, y) & 0xFF;
      }
    }
    return sum;
  }

  @Test
  void movedVectorIsDecodedAndAWayIsSaved(WindowRobot robot) throws Exception {
    RunRow run = learned();
    try (LiveProcesses live = new LiveProcesses(workspace, accidents::add)) {
      DecodeView view = onWindowThread(() -> new DecodeView(session, live));
      show(view, run);
      await("the mean's picture", 60, () -> shown(robot, "#decoded") != null);
      assertThat(onWindowThread(() -> says(view.view(), "100.0 % of all variance"))).isTrue();
      int mean = onWindowThread(() -> brightness(shown(robot, "#decoded")));

      onWindowThread(
          () -> {
            robot.lookup("#direction-1").queryAs(Slider.class).requestFocus();
            return null;
          });
      for (int press = 0; press < 8; press++) {
        robot.type(KeyCode.RIGHT);
      }
      await("another picture", 10, () -> brightness(shown(robot, "#decoded")) != mean);
      assertThat(onWindowThread(() -> says(view.view(), "+2.00 σ"))).isTrue();
      robot.clickOn("#decode-reset");
      await("the same picture", 10, () -> brightness(shown(robot, "#decoded")) == mean);

      robot.clickOn("Path");
      await("a strip", 20, () -> robot.lookup("#path-strip .image-back").queryAll().size() == 9);
      Path file = folder.resolve("strip.png");
      choosers.choose(file);
      robot.clickOn(robot.lookup("#path-save").queryAs(Button.class));
      await("the strip's file", 10, () -> Files.exists(file));
      BufferedImage strip = ImageIO.read(file.toFile());
      assertThat(strip.getWidth()).isEqualTo(9 * 68 + 4);
    }
    assertThat(accidents).isEmpty();
  }
}
