package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

class OpenedExperimentTest extends WindowCase {
  private void ask(String stages) throws Exception {
    Path file = folder.resolve("mine.kindred.json");
    Files.writeString(file, "{\"name\": \"mine\", \"stages\": " + stages + "}");
    onWindowThread(
        () -> {
          OpenedExperiment.ask(workbench.session(), workbench.shell(), file);
          return null;
        });
  }

  @Test
  void fillsTheFormWithTheFirstStageAndRunsNothing() throws Exception {
    choosers.answer(OpenedExperiment.FILL);
    ask(
        """
        {"space": {"stage": "latent", "method": "ae", "data": "fashion-sample",
                   "training": {"epochs": 7}}}
        """);
    await(
        "the form",
        10,
        () ->
            stage().getScene().lookup("#latent-training-epochs") instanceof TextField epochs
                && epochs.getText().equals("7"));
    assertThat(choosers.asked()).containsExactly("mine");
    assertThat(workbench.session().workspace().all()).isEmpty();
  }

  @Test
  void saysInTheWindowWhatIsWrongWithTheFile() throws Exception {
    ask("{}");
    await(
        "the reason",
        10,
        () ->
            workbench.session().notices().all().stream()
                .anyMatch(notice -> notice.text().contains("at least one stage")));
    assertThat(choosers.asked()).isEmpty();
  }
}
