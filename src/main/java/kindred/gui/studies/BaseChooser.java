package kindred.gui.studies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.ComboBox;
import kindred.experiment.NeighborStage;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.run.StudyBase;

/** What a new study may start from: examples, a file, or a run with all it was built on. */
final class BaseChooser extends ComboBox<BaseChooser.Choice> {
  private static final int NEWEST = 40;

  /**
   * One of them.
   *
   * @param read reads it, in the background; null to ask for a file
   */
  record Choice(String title, Callable<StudyBase> read) {}

  private final Session session;
  private final StudyFormModel model;
  private boolean filling;

  BaseChooser(Session session, StudyFormModel model) {
    this.session = session;
    this.model = model;
    setId("study-base");
    setMaxWidth(Double.MAX_VALUE);
    setPromptText("Choose an experiment");
    setConverter(new OneWayConverter<>(Choice::title));
    setOnShowing(event -> fill());
    valueProperty().addListener((property, before, now) -> chosen(now));
    fill();
  }

  private void fill() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("The sample experiment", StudyBase::sample));
    choices.add(
        new Choice(
            "The authors' comparison (CIFAR-10)", () -> StudyBase.carried("authors-cifar10")));
    choices.add(
        new Choice("The same in 20 minutes", () -> StudyBase.carried("authors-20-minutes")));
    choices.add(new Choice("A file…", null));
    List<RunRow> runs = new ArrayList<>(session.board().runs());
    Collections.reverse(runs);
    runs.stream()
        .filter(run -> run.stage().filter(stage -> !(stage instanceof NeighborStage)).isPresent())
        .limit(NEWEST)
        .forEach(
            run ->
                choices.add(
                    new Choice(
                        "As " + run.name(),
                        () -> StudyBase.chain(session.workspace(), run.folder()))));
    Choice now = getValue();
    filling = true;
    getItems().setAll(choices);
    if (now != null) {
      getItems().stream()
          .filter(choice -> choice.title().equals(now.title()))
          .findFirst()
          .ifPresent(this::setValue);
    }
    filling = false;
  }

  private void chosen(Choice choice) {
    if (filling || choice == null) {
      return;
    }
    if (choice.read() != null) {
      model.start(choice.read());
      return;
    }
    session
        .choosers()
        .file("Start from an experiment or study", "Experiments and studies", "*.json")
        .ifPresent(file -> model.start(() -> StudyBase.file(file)));
  }
}
