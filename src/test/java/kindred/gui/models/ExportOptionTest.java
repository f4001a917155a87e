package kindred.gui.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kindred.export.ExportFormat;
import kindred.export.Part;
import kindred.run.Produced;
import kindred.run.Produced.Kind;
import org.junit.jupiter.api.Test;

/** Only what can be made of a run's files is offered, each under a name that says its format. */
class ExportOptionTest {
  private static List<ExportOption> of(Kind... kinds) {
    return ExportOption.of(
        Arrays.stream(kinds).map(kind -> new Produced.Piece(kind, Path.of("file"), 1)).toList());
  }

  private static List<Part> parts(List<ExportOption> options, ExportFormat format) {
    return options.stream()
        .filter(option -> option.format() == format)
        .map(ExportOption::part)
        .distinct()
        .toList();
  }

  @Test
  void whatIsOfferedFollowsWhatTheRunLeft() {
    List<ExportOption> latent = of(Kind.ENCODER, Kind.DECODER, Kind.VECTORS, Kind.CHECKPOINT);
    assertThat(parts(latent, ExportFormat.ONNX))
        .containsExactly(Part.ENCODER, Part.DECODER, Part.AUTOENCODER);
    List<ExportOption> byol = of(Kind.ENCODER, Kind.VECTORS, Kind.CHECKPOINT);
    assertThat(parts(byol, ExportFormat.ONNX)).containsExactly(Part.ENCODER, Part.PROJECTION);
    assertThat(parts(of(Kind.ENCODER, Kind.VECTORS), ExportFormat.TORCHSCRIPT))
        .as("without a checkpoint there is no projector")
        .containsExactly(Part.ENCODER);
    assertThat(parts(of(Kind.DECODER, Kind.VECTORS), ExportFormat.ONNX))
        .as("of an auto-decoder")
        .containsExactly(Part.DECODER);
  }

  @Test
  void suggestedNamesAreReadAsTheFormatsThatTheyStandFor() {
    List<ExportOption> all = of(Kind.values());
    assertThat(all).extracting(ExportOption::title).doesNotHaveDuplicates();
    for (ExportOption option : all) {
      String name = option.suggestedName("ae-1");
      if (option.folder()) {
        assertThat(name).isIn("ae-1-encoder-onnx", "ae-1-tensorboard");
      } else {
        assertThat(ExportFormat.of(Path.of(name))).isEqualTo(option.format());
      }
    }
  }
}
