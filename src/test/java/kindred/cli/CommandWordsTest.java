package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kindred.experiment.CommandWords;
import kindred.experiment.Stage;
import kindred.experiment.StageExamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the window hands to people to type is understood by the terminal. */
class CommandWordsTest {
  static List<Stage> stages() {
    return StageExamples.all();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void wordsOfAStageAreParsedAsThatStage(Stage stage) {
    List<String> words = CommandWords.of(stage);
    CommandLine line = new CommandLine(new KindredCommand(new NoWindow()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    Object command =
        line.parseArgs(words.toArray(String[]::new)).subcommand().commandSpec().userObject();
    assertThat(stage(command)).as(words.toString()).isEqualTo(stage);
  }

  private static Stage stage(Object command) {
    if (command instanceof LatentCommand latent) {
      return latent.stage();
    } else if (command instanceof NeighborsCommand neighbors) {
      return neighbors.stage();
    }
    return command instanceof ByolCommand byol ? byol.stage() : ((EvaluateCommand) command).stage();
  }
}
