package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ClassPictures;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with what a user gives: exit code 2 and a message that names the way out. */
class BadInputTest extends CommandLineCase {
  private static void refused(Said said, String... parts) {
    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(2);
    assertThat(said.err()).contains(parts).doesNotContain("Exception", "\tat ");
  }

  @Test
  void missingFilesAreNamed() {
    refused(
        type("import", temp.resolve("nowhere").toString(), "--name", "x"),
        "nowhere",
        "does not exist");
    refused(type("neighbors", temp.resolve("no.npz").toString()), "there is no file", "no.npz");
    refused(type("run", temp.resolve("no.json").toString()), "no experiment file", "no.json");
  }

  @Test
  void emptyFolderIsRefused() throws Exception {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    refused(type("import", empty.toString(), "--name", "x"), "empty", "is empty");
  }

  @Test
  void folderWithOnlyBrokenImagesLeavesNoDataSet() throws Exception {
    Path broken = Files.createDirectory(temp.resolve("broken"));
    Files.write(broken.resolve("a.png"), new byte[] {1, 2, 3});
    Files.write(broken.resolve("b.jpg"), new byte[0]);

    refused(
        type("import", broken.toString(), "--name", "x"),
        "none of the 2 images",
        "empty file",
        "not an image in a known format");
    assertThat(workspace.resolve("datasets/x")).doesNotExist();
  }

  @Test
  void labelsThatDoNotMatchAreRefused() throws Exception {
    Path labels = Files.writeString(temp.resolve("labels.csv"), "a.png,cat\nb.png,dog\n");
    refused(
        type("import", pictures.toString(), "--name", "x", "--labels", labels.toString()),
        "labels.csv names none of the 72 images",
        "across/0.png");
  }

  @Test
  void labelsAreEitherReadOrLeftOut() throws Exception {
    String folder = pictures.toString();
    Path labels = Files.writeString(temp.resolve("labels.csv"), "across/0.png,cat\n");
    refused(
        type("import", folder, "--name", "x", "--no-labels", "--labels", labels.toString()),
        "labels come from a file or are left out");

    assertThat(type("import", folder, "--name", "plain", "--no-labels").exit()).isZero();
    assertThat(type("datasets").out()).contains("72 images of", "unlabeled");
    assertThat(type("latent", "ae", "--data", "plain", "--epochs", "1").exit()).isZero();
    refused(type("evaluate", "ae-1"), "has no labels", "--labels FILE");
  }

  @Test
  void neighborsOfAnotherDataSetOrSizeAreRefused() {
    ClassPictures.write(temp.resolve("other"), 24, 16, 99);
    ClassPictures.write(temp.resolve("fewer"), 20, 16, 1);
    type("import", temp.resolve("other").toString(), "--name", "other", "--size", "16");
    type("import", temp.resolve("fewer").toString(), "--name", "fewer", "--size", "16");
    assertThat(train("latent", "ae", "--epochs", "1").exit()).isZero();
    assertThat(type("neighbors", "ae").exit()).isZero();

    refused(
        type("byol", "weighted", "--data", "other", "--neighbors", "2", "--epochs", "1"),
        "belong to data set tiny and not to other",
        "find neighbors in a latent space of other");
    refused(
        type("byol", "weighted", "--data", "fewer", "--neighbors", "2", "--epochs", "1"),
        "72 images",
        "fewer has 60");
  }

  @Test
  void vectorsThatAreNoNumbersAreRefusedWithTheirPlace() {
    float[] values = new float[72 * 3];
    values[3 * 41 + 1] = Float.NaN;
    Path file = temp.resolve("vectors.npz");
    Npz.write(file, Map.of("vectors", NamedArray.floats(values, 72, 3)));

    refused(
        type("neighbors", file.toString(), "--data", "tiny"), "row 42, column 2 is NaN", "Repair");
  }

  @Test
  void vectorsOfAnotherNumberAreRefused() {
    Path file = temp.resolve("vectors.npz");
    Npz.write(file, Map.of("vectors", NamedArray.floats(new float[71 * 3], 71, 3)));

    refused(
        type("neighbors", file.toString(), "--data", "tiny"), "71 vectors", "tiny has 72 images");
  }

  @Test
  void valuesOutOfRangeAreRefusedBeforeARunIsMade() {
    refused(
        type("byol", "probabilistic", "--data", "tiny", "--neighbors", "x.npz", "--prob", "1.5"),
        "prob is 1.5; it must lie between 0.0 and 1.0");
    refused(type("byol", "weighted", "--data", "tiny"), "needs neighbors");
    refused(type("latent", "ae", "--data", "tiny", "--epochs", "0"), "epochs is 0");
    refused(type("latent", "ae", "--data", "tiny", "--lr", "NaN"), "learning rate is NaN");
    refused(type("latent", "ae", "--data", "nothing"), "'nothing'", "known: fashion-sample, tiny");
    refused(type("byol", "sideways", "--data", "tiny"), "sideways", "BASELINE");
    assertThat(type("runs").out()).contains("no runs yet");
  }

  @Test
  void unknownRunIsNamedWithTheWayToFindTheOthers() {
    refused(type("show", "nobody"), "there is no run 'nobody'", workspace + " runs`");
    refused(type("evaluate", "nobody"), "there is no run 'nobody'");
    refused(type("resume", "nobody"), "there is no run 'nobody'");
  }

  @Test
  void workspaceThatCannotBeWrittenToIsNamed() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    workspace = file.resolve("workspace");

    refused(type("runs"), "workspace", "cannot be written to", "--workspace DIR");
  }

  @Test
  void fullDiskFailsTheRunWithItsReasonAndTheRunGoesOnLater() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs Linux");
    assertThat(train("latent", "ae", "--epochs", "2", "--threads", "1").exit()).isZero();
    double expected =
        train("latent", "ae", "--epochs", "2", "--threads", "1", "--json")
            .json()
            .path("loss")
            .asDouble();
    Path run = workspace.resolve("runs/ae-2");
    Path metrics = run.resolve("metrics.jsonl");
    Files.writeString(
        run.resolve("state.json"),
        Files.readString(run.resolve("state.json")).replace("\"done\"", "\"stopped\""));
    try (var checkpoints = Files.list(run.resolve("checkpoint"))) {
      Files.delete(checkpoints.max(java.util.Comparator.naturalOrder()).orElseThrow());
    }
    Files.delete(metrics);
    Files.createSymbolicLink(metrics, full);

    Said said = type("resume", "ae-2");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err())
        .contains(
            "No space left on device", "make room", "--workspace " + workspace + " resume ae-2");

    Files.delete(metrics);
    assertThat(type("resume", "ae-2", "--json").json().path("loss").asDouble()).isEqualTo(expected);
  }

  @Test
  void damagedCheckpointIsSetAsideAndThePreviousOneUsed() throws Exception {
    double expected =
        train("latent", "ae", "--epochs", "3", "--threads", "1", "--json")
            .json()
            .path("loss")
            .asDouble();
    Path run = workspace.resolve("runs/ae-1");
    Path newest = run.resolve("checkpoint/step-000000012.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);
    Files.writeString(
        run.resolve("state.json"),
        Files.readString(run.resolve("state.json")).replace("\"done\"", "\"stopped\""));

    Said said = type("resume", "ae-1", "--json");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.err())
        .contains("step-000000012.safetensors is not usable", "checksum", "after epoch 2");
    assertThat(said.json().path("loss").asDouble()).isEqualTo(expected);
    assertThat(run.resolve("checkpoint/step-000000012.safetensors.damaged")).exists();
  }
}
