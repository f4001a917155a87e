package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kindred.experiment.BadInput;
import kindred.export.ExportFormat;
import kindred.export.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardTest {
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
  }

  private static List<Path> eventFiles(Path in) throws Exception {
    try (Stream<Path> files = Files.list(in)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("events.out.tfevents."))
          .sorted()
          .toList();
    }
  }

  private ModelExport.Written export(RunFolder run, ExportFormat format, Path out) {
    ExportOrder order = new ExportOrder(format, Part.ENCODER, out);
    return ModelExport.write(workspace, run.id(), order, (done, all) -> {});
  }

  @Test
  void runThatWasAskedWritesAsItGoesAndGoesOnInANewFile() throws Exception {
    RunFolder run = workspace.withTensorBoard().create(TinyWorkspace.autoEncoder(2));
    int[] steps = {0};
    Worker.work(workspace, run, event -> {}, () -> ++steps[0] > 5);
    assertThat(run.state().status()).isEqualTo(RunState.Status.STOPPED);
    assertThat(eventFiles(run.path())).hasSize(1);
    workspace.requeue(run);
    Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(run.state().status()).isEqualTo(RunState.Status.DONE);
    assertThat(eventFiles(run.path())).hasSize(2);
    assertThat(Files.readAllLines(run.path().resolve("projector/vectors.tsv"))).hasSize(40);
  }

  @Test
  void runThatNobodyAskedLeavesNothingAndCanBeExportedLater() throws Exception {
    RunFolder run = workspace.create(TinyWorkspace.autoEncoder(1));
    Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(eventFiles(run.path())).isEmpty();
    Path out = folder.resolve("board");
    assertThat(export(run, ExportFormat.TENSORBOARD, out).bytes()).isPositive();
    assertThat(eventFiles(out)).hasSize(1);
    assertThat(Files.readAllLines(out.resolve("projector/metadata.tsv")))
        .hasSize(41)
        .startsWith("image\tclass\theld out");
    var sprite = ImageIO.read(out.resolve("projector/sprite.png").toFile());
    assertThat(sprite.getWidth()).isEqualTo(7 * 8); // 40 images in a square of 7 by 7
    assertThat(sprite.getHeight()).isEqualTo(6 * 8);
    assertThat(out.resolve("projector_config.pbtxt"))
        .content()
        .contains("single_image_dim: 8", "tensor_path: \"projector/vectors.tsv\"");
    assertThatThrownBy(() -> export(run, ExportFormat.TENSORBOARD, out))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("is there already");
  }

  @Test
  void settingOfTheWorkspaceAsksForAllRuns() throws Exception {
    ComputeSettings now = ComputeSettings.DEFAULTS;
    new ComputeSettings(null, now.threads(), now.precision(), true).save(workspace);
    RunFolder run = workspace.create(TinyWorkspace.autoEncoder(1));
    Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(eventFiles(run.path())).hasSize(1);
  }
}
