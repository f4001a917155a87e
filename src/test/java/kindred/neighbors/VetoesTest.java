package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VetoesTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("vetoes.jsonl"), text);
  }

  @Test
  void aPairIsForbiddenInBothDirections() throws IOException {
    Vetoes vetoes =
        Vetoes.read(file("{\"a\":7,\"b\":2}\n\n{\"b\":7,\"a\":2}\n{\"a\":0,\"b\":9}"), 10);

    assertThat(vetoes.forbid(2, 7)).isTrue();
    assertThat(vetoes.forbid(7, 2)).isTrue();
    assertThat(vetoes.forbid(9, 0)).isTrue();
    assertThat(vetoes.forbid(0, 7)).isFalse();
    assertThat(vetoes.count()).isEqualTo(2);
  }

  private void refused(String text, String... parts) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> Vetoes.read(file, 10))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void everyFaultIsNamedWithFileAndLine() throws IOException {
    String good = "{\"a\":1,\"b\":2}\n";
    refused(good + "{\"a\":1,\"b\":10}", "vetoes.jsonl line 2", "no image 10", "0 to 9");
    refused(good + "{\"a\":-1,\"b\":3}", "vetoes.jsonl line 2", "no image -1");
    refused(good + good + "{\"a\":1}", "vetoes.jsonl line 3", "expected a pair");
    refused(good + "\n1,2", "vetoes.jsonl line 3");
    refused("{\"a\":1,\"c\":2}", "vetoes.jsonl line 1", "\"c\"");
    refused("{\"a\":4,\"b\":4}", "vetoes.jsonl line 1", "itself");
    refused("null", "vetoes.jsonl line 1", "expected a pair");
  }

  @Test
  void aMissingFileOrOneThatIsNoTextIsNamed() throws IOException {
    assertThatThrownBy(() -> Vetoes.read(folder.resolve("none.jsonl"), 10))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("none.jsonl");
    Path latin = folder.resolve("latin.jsonl");
    Files.write(latin, "é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Vetoes.read(latin, 10))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("UTF-8");
  }
}
