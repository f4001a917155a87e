package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.data.ImageSet;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.run.Artifacts;
import kindred.run.Standing;
import kindred.train.SavedEncoder;
import org.junit.jupiter.api.Test;

/** The whole way, as a user goes it, from pictures on the desktop to a file for other programs. */
class JourneyTest extends WindowCase {
  private static final int CLASSES = 3;
  private static final int PER_CLASS = 24;
  private static final long PATIENCE = 180;

  private ObservableList<RunRow> runs() {
    return workbench.session().board().runs();
  }

  @Test
  void droppedPicturesBecomeAnEncoderForOtherPrograms(WindowRobot robot) throws Exception {
    importDropped(robot, sampleFolders());

    robot.clickOn("#learn-latent");
    robot.fill("#latent-training-epochs", "1");
    robot.fill("#latent-training-batch", "16");
    RunRow space = launch(robot, "latent");
    assertThat(space.stage().orElseThrow().title()).isNotEmpty();

    robot.clickOn("#rail-neighbors");
    robot.fill("#neighbors-k", "3");
    RunRow near = launch(robot, "neighbors");
    assertThat(near.stage().orElseThrow().input()).as("what was proposed").isEqualTo(space.id());
    assertThat(near.now().state().result().path("purity").path("1").asDouble()).isPositive();

    robot.clickOn("#rail-byol");
    robot.choose("#byol-data", "garments");
    robot.clickOn("Weighted");
    robot.fill("#byol-training-epochs", "1");
    robot.fill("#byol-training-batch", "16");
    RunRow byol = launch(robot, "byol");

    robot.clickOn("#rail-evaluation");
    robot.choose("#evaluate-source", byol.name());
    robot.fill("#evaluate-k", "3");
    robot.fill("#evaluate-probeEpochs", "2");
    RunRow accuracy = launch(robot, "evaluate");
    assertThat(accuracy.stage().orElseThrow().input()).isEqualTo(byol.id());
    assertThat(accuracy.now().state().result().path("probe").asDouble()).isBetween(0.0, 1.0);

    exportAndReadBack(robot, byol);
    assertThat(onWindowThread(() -> workbench.session().notices().unseenProperty().get()))
        .as("problems on the way")
        .isZero();
  }

  /** Some of the sample images as files, a folder for each class. */
  private Path sampleFolders() throws Exception {
    await("the sample", 20, () -> !workbench.session().board().datasets().isEmpty());
    ImageSet samples = workbench.session().workspace().images("fashion-sample");
    int side = samples.info().width();
    byte[] pixels = new byte[samples.info().channels() * side * side];
    int[] written = new int[CLASSES];
    for (int image = 0; image < samples.count(); image++) {
      int label = samples.label(image);
      if (label < CLASSES && written[label] < PER_CLASS) {
        samples.pixels(image, pixels, 0);
        String name = samples.info().classes().get(label).replace('/', '-');
        Path file = folder.resolve("garments").resolve(name).resolve(written[label]++ + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(gray(pixels, side), "png", file.toFile());
      }
    }
    assertThat(written).containsOnly(PER_CLASS);
    return folder.resolve("garments");
  }

  private static BufferedImage gray(byte[] pixels, int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, side, side, pixels);
    return image;
  }

  private void importDropped(WindowRobot robot, Path pictures) throws Exception {
    robot.clickOn("#rail-data");
    boolean taken =
        robot.read(
            "#data-panel",
            Node.class,
            panel -> new DroppedFiles(List.of(pictures.toFile())).on(panel));
    assertThat(taken).isTrue();
    await("something to import", 20, () -> !robot.disabled("#import"));
    assertThat(robot.text("#import-name")).isEqualTo("garments");
    robot.clickOn("#import");
    await("its name above the images", 20, () -> robot.text("#dataset-name").equals("garments"));
    ImageSet images = workbench.session().workspace().images("garments");
    assertThat(images.count()).isEqualTo(CLASSES * PER_CLASS);
    assertThat(images.info().classes()).hasSize(CLASSES);
  }

  /** Launches what the form of a stage asks for, and waits for its worker. */
  private RunRow launch(WindowRobot robot, String kind) throws Exception {
    int before = onWindowThread(() -> runs().size());
    robot.clickOn("#" + kind + "-launch");
    await("a run of " + kind, 20, () -> runs().size() == before + 1);
    RunRow run = onWindowThread(() -> runs().get(before));
    await(
        run.id() + " at its end",
        PATIENCE,
        () -> Set.of(Standing.DONE, Standing.FAILED, Standing.LOST).contains(run.standing()));
    assertThat(run.standing()).as(run.now().state().message()).isEqualTo(Standing.DONE);
    await("its name above its results", 10, () -> robot.shows("#" + kind + "-run", run));
    return run;
  }

  private void exportAndReadBack(WindowRobot robot, RunRow byol) throws Exception {
    robot.clickOn("#rail-models");
    robot.clickOn("#models").type(KeyCode.HOME);
    Path network = export(robot, "Encoder, TorchScript", "encoder.pt");
    Path weights = export(robot, "Encoder, weights", "encoder.safetensors");
    assertThat(export(robot, "Encoder, ONNX (", "encoder.onnx")).isNotEmptyFile();
    assertThat(onWindowThread(() -> workbench.shell().place())).isEqualTo(Place.MODELS);

    Safetensors.Content exported = Safetensors.read(weights);
    SavedEncoder own = SavedEncoder.read(Artifacts.of(byol.folder(), Artifacts.ENCODER));
    assertThat(exported.metadata()).containsEntry("run", byol.id());
    assertThat(exported.arrays().keySet()).isEqualTo(own.weights().keySet()).isNotEmpty();
    Set<ByteBuffer> stored = entries(network);
    exported
        .arrays()
        .forEach(
            (name, array) -> {
              NamedArray learned = own.weights().get(name);
              assertThat(array.shape()).as(name).isEqualTo(learned.shape());
              assertThat(array.toFloats()).as(name).isEqualTo(learned.toFloats());
              assertThat(array.isFinite()).as(name).isTrue();
              assertThat(stored).as(name + " in TorchScript").contains(array.data().rewind());
            });
  }

  private Path export(WindowRobot robot, String format, String name) throws Exception {
    Path file = folder.resolve(name);
    robot.choose("#export-format", format);
    choosers.choose(file);
    robot.clickOn("#export");
    await("the card of " + name, 60, () -> Files.exists(file.resolveSibling(name + ".md")));
    await(
        "a way to its folder",
        10,
        () -> robot.lookup("#toasts").lookup("Open folder").tryQuery().isPresent());
    return file;
  }

  private static Set<ByteBuffer> entries(Path archive) throws IOException {
    Set<ByteBuffer> contents = new HashSet<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        contents.add(ByteBuffer.wrap(zip.getInputStream(entry).readAllBytes()));
      }
    }
    return contents;
  }
}
