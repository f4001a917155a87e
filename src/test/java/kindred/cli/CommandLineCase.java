package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kindred.data.ClassPictures;
import kindred.experiment.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Command lines, typed as a user would, in a workspace with the small data set {@code tiny}. */
abstract class CommandLineCase {
  @TempDir Path temp;
  Path workspace;
  Path pictures;

  /** What a command said and how it ended. */
  record Said(int exit, String out, String err) {
    JsonNode json() {
      String last = out.strip().lines().reduce("", (before, line) -> line);
      return Json.read(last, JsonNode.class, "last line");
    }
  }

  @BeforeEach
  void importTinyImages() {
    workspace = temp.resolve("workspace");
    pictures = ClassPictures.write(temp.resolve("pictures"), 24, 16, 1);
    assertThat(type("import", pictures.toString(), "--name", "tiny", "--size", "16").exit())
        .isZero();
  }

  /** Runs a command in this process; its stages run in worker processes of their own. */
  Said type(String... words) {
    List<String> all =
        Stream.concat(Stream.of(words), Stream.of("--workspace", workspace.toString())).toList();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int exit = Cli.run(new NoWindow(), all.toArray(String[]::new));
      return new Said(
          exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** A short training; further options follow. */
  Said train(String stage, String method, String... more) {
    List<String> words =
        Stream.concat(
                Stream.of(stage, method, "--data", "tiny", "--latent", "8", "--batch", "16"),
                Stream.of(more))
            .toList();
    return type(words.toArray(String[]::new));
  }
}
