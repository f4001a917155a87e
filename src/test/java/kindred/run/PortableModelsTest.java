package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kindred.array.JavaProcess;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ImageFiles;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.export.ExportFormat;
import kindred.export.OnnxModel;
import kindred.export.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run exports can be used without it, on images that no data set has. */
class PortableModelsTest {
  @TempDir Path folder;
  private Workspace workspace;
  private RunFolder space;

  @BeforeEach
  void learn() {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
    space = done(TinyWorkspace.autoEncoder(1));
  }

  private RunFolder done(Stage stage) {
    return TinyWorkspace.done(workspace, stage);
  }

  private RunFolder evaluation() {
    return done(
        Json.read(
            "{\"stage\": \"evaluate\", \"source\": \"%s\", \"probeEpochs\": 40}"
                .formatted(space.id()),
            Stage.class,
            "test"));
  }

  private ModelExport.Written export(
      RunFolder run, ExportFormat format, Part part, String name, boolean pixels) {
    boolean whole = !name.contains(".");
    return ModelExport.write(
        workspace,
        run.id(),
        new ExportOrder(format, part, pixels, "cc0-1.0", folder.resolve(name), whole),
        (done, total) -> {});
  }

  /** The data set's images as files, their names in the order of their numbers. */
  private Path pictures() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures/more"));
    ImageSet images = workspace.images("tiny");
    byte[] pixels = new byte[images.info().imageBytes()];
    for (int i = 0; i < images.count(); i++) {
      images.pixels(i, pixels, 0);
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setDataElements(0, 0, 8, 8, pixels);
      ImageIO.write(image, "png", pictures.resolve("%02d.png".formatted(i)).toFile());
    }
    return pictures.getParent();
  }

  private Prediction predict(String model, String probe, Path images, List<Path> left) {
    return Prediction.of(
        workspace,
        model,
        probe,
        ImageFiles.of(List.of(images)),
        (file, reason) -> left.add(file),
        (done, total) -> {});
  }

  /** The run's own vectors in the order of the images. */
  private float[] own() {
    Embeddings kept = Embeddings.read(workspace, space);
    Map<Integer, Integer> rows = new TreeMap<>();
    for (int row = 0; row < kept.numbers().length; row++) {
      rows.put(kept.numbers()[row], row);
    }
    int d = kept.dimension();
    float[] vectors = new float[rows.size() * d];
    rows.forEach((image, row) -> System.arraycopy(kept.vectors(), row * d, vectors, image * d, d));
    return vectors;
  }

  @Test
  void newImagesHaveTheVectorsThatTheRunGaveThem() throws IOException {
    Path pictures = pictures();
    Path text = Files.writeString(pictures.resolve("notes.txt"), "no image");
    export(space, ExportFormat.ONNX, Part.ENCODER, "floats.onnx", false);
    export(space, ExportFormat.ONNX, Part.ENCODER, "whole", true);
    export(space, ExportFormat.TORCHSCRIPT, Part.ENCODER, "encoder.pt", false);
    float[] expected = own();
    for (String model : List.of(space.id(), "floats.onnx", "whole", "encoder.pt")) {
      List<Path> left = new ArrayList<>();
      String place = model.equals(space.id()) ? model : folder.resolve(model).toString();
      Prediction found = predict(place, null, pictures, left);
      assertThat(left).as(model).containsExactly(text);
      assertThat(found.files()).hasSize(40);
      assertThat(found.vectors()).as(model).containsExactly(expected, within(1e-5f));
      assertThat(found.guesses()).isEmpty();
    }
  }

  @Test
  void aProbeSaysTheClassesThatItsEvaluationSaid() throws IOException {
    RunFolder evaluation = evaluation();
    export(space, ExportFormat.ONNX, Part.ENCODER, "encoder.onnx", true);
    Prediction found =
        predict(
            folder.resolve("encoder.onnx").toString(),
            evaluation.id(),
            pictures(),
            new ArrayList<>());
    Map<String, NamedArray> kept = Npz.read(Artifacts.of(evaluation, Artifacts.PREDICTIONS));
    int[] tested = kept.get("images").toInts();
    int[] predicted = kept.get("probe").toInts();
    assertThat(tested).isNotEmpty();
    for (int i = 0; i < tested.length; i++) {
      assertThat(found.guesses().get(tested[i]).label()).isEqualTo(predicted[i]);
      assertThat(found.guesses().get(tested[i]).probability()).isBetween(0.5, 1.0);
    }
    assertThat(found.classes()).isEqualTo(workspace.images("tiny").info().classes());
  }

  @Test
  void chainsOfNetworksGoIntoOneFile() {
    var both = export(space, ExportFormat.ONNX, Part.AUTOENCODER, "both.onnx", true);
    assertThat(both.difference()).isLessThan(1e-2); // of pixels of 0 to 255
    assertThat(both.content()).contains("on 40 real images").contains("differs by at most");
    RunFolder byol =
        done(
            Json.read(
                """
                {"stage": "byol", "data": "tiny",
                 "training": {"epochs": 1, "batch": 8, "latent": 4, "threads": 1}}
                """,
                Stage.class,
                "test"));
    export(byol, ExportFormat.ONNX, Part.PROJECTION, "projection.onnx", true);
    Path file = folder.resolve("projection.onnx");
    try (OnnxModel model = OnnxModel.open(file, 1)) {
      assertThat(model.embed(java.nio.ByteBuffer.allocateDirect(2 * 64), 2)).hasSize(2 * 256);
      assertThat(model.notes().run()).isEqualTo(byol.id());
      assertThat(model.notes().dataset().name()).isEqualTo("tiny");
      assertThat(model.notes().experiment().path("stage").asText()).isEqualTo("byol");
    }
    assertThatThrownBy(() -> export(space, ExportFormat.ONNX, Part.PROJECTION, "none.onnx", true))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no projector");
    assertThat(folder.resolve("none.onnx")).doesNotExist();
    assertThatThrownBy(
            () -> predict(folder.resolve("both.onnx").toString(), null, folder, List.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("gives no vectors");
  }

  @Test
  void aFolderHasModelCardAndExamplesOrIsNotThere() throws IOException {
    RunFolder evaluation = evaluation();
    export(space, ExportFormat.ONNX, Part.ENCODER, "whole", true);
    Path whole = folder.resolve("whole");
    try (Stream<Path> files = Files.list(whole)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("model.onnx", "README.md", "example.py", "Example.java");
    }
    String card = Files.readString(whole.resolve("README.md"));
    assertThat(card)
        .startsWith("---\nlicense: \"cc0-1.0\"\n")
        .contains("N×1×8×8 pixels of 0 to 255, uint8")
        .contains("N×4 float32")
        .contains(workspace.images("tiny").info().fingerprint())
        .contains("| training.epochs | 1 |")
        .contains(
            "%s, on %d held-out images: linear probe %.1f %% ("
                .formatted(
                    evaluation.id(),
                    evaluation.state().result().path("testImages").asInt(),
                    100 * evaluation.state().result().path("probe").asDouble()));
    assertThatThrownBy(() -> export(space, ExportFormat.ONNX, Part.ENCODER, "whole", true))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("is there already");
    assertThatThrownBy(() -> export(space, ExportFormat.SAFETENSORS, Part.ENCODER, "other", false))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("a model that runs");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void theJavaExampleRunsAsItStandsAndBothHaveTenLines() throws Exception {
    Path picture = pictures().resolve("more/00.png");
    export(space, ExportFormat.ONNX, Part.ENCODER, "floats", false);
    export(space, ExportFormat.ONNX, Part.ENCODER, "pixels", true);
    float[] own = predict(space.id(), null, picture, List.of()).vectors();
    for (String name : List.of("floats", "pixels")) {
      Path whole = folder.resolve(name);
      String printed = output(whole, "Example.java", picture.toString());
      String[] numbers = printed.replaceAll("[\\[\\]\\s]", "").split(",");
      assertThat(numbers).as(printed).hasSameSizeAs(own);
      for (int i = 0; i < own.length; i++) {
        assertThat(Float.parseFloat(numbers[i])).isCloseTo(own[i], within(1e-4f));
      }
      assertThat(Files.readAllLines(whole.resolve("example.py")).stream().skip(1))
          .hasSizeLessThanOrEqualTo(10);
      assertThat(Files.readAllLines(whole.resolve("Example.java")).stream())
          .filteredOn(line -> line.startsWith("    "))
          .hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void theExamplesTakeTheMiddleOfAWidePictureAsKindredDoes() throws Exception {
    BufferedImage wide = new BufferedImage(20, 8, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 160; i++) {
      wide.getRaster().setSample(i % 20, i / 20, 0, 37 * i % 256);
    }
    Path picture = folder.resolve("wide.png");
    ImageIO.write(wide, "png", picture.toFile());
    export(space, ExportFormat.ONNX, Part.ENCODER, "floats", false);
    float[] own = predict(space.id(), null, picture, List.of()).vectors();
    String printed = output(folder.resolve("floats"), "Example.java", picture.toString());
    String[] numbers = printed.replaceAll("[\\[\\]\\s]", "").split(",");
    assertThat(Stream.of(numbers).map(Float::parseFloat).toList())
        .as(printed)
        .zipSatisfy(
            IntStream.range(0, own.length).mapToObj(i -> own[i]).toList(),
            (theirs, ours) -> assertThat(theirs).isCloseTo(ours, within(1e-4f)));
    assertThat(folder.resolve("floats/example.py")).content().contains("ImageOps.fit");
  }

  /** What a source file prints, run in its folder with the libraries of this test. */
  private static String output(Path folder, String source, String argument) throws Exception {
    Process java =
        JavaProcess.of(List.of(), source, List.of(argument))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(printed).isZero();
    return printed;
  }

  @Test
  void anExportInAProcessOfItsOwnSaysWhatItWrote() {
    Path out = folder.resolve("encoder.onnx");
    ExportOrder order = new ExportOrder(ExportFormat.ONNX, Part.ENCODER, out);
    assertThat(ExportProcess.write(workspace, space.id(), order, () -> false))
        .contains(out.toString())
        .contains("differs by at most");
    assertThat(out).exists();
  }

  @Test
  void aCardLiesBesideEveryFile() throws IOException {
    export(space, ExportFormat.EMBEDDINGS, Part.ENCODER, "vectors.csv", false);
    export(space, ExportFormat.SAFETENSORS, Part.DECODER, "decoder.safetensors", false);
    assertThat(Files.readString(folder.resolve("vectors.csv.md")))
        .contains("40 vectors of 4 numbers")
        .contains("not evaluated");
    assertThat(Files.readString(folder.resolve("decoder.safetensors.md")))
        .contains("| Input `vectors` | N×4 float32 |");
  }
}
