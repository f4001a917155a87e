package kindred.gui;

import java.nio.file.Path;
import java.util.Map;
import kindred.experiment.Experiment;
import kindred.experiment.Stage;
import kindred.gui.core.Navigator;
import kindred.gui.core.Place;
import kindred.gui.core.Session;
import kindred.run.RunFolder;

/**
 * An experiment's file that the window was opened with: the user says whether all of it runs, or
 * whether its first stage only fills the form.
 */
final class OpenedExperiment {
  static final String RUN = "Run all stages";
  static final String FILL = "Fill the form";

  private OpenedExperiment() {}

  /** Reads the file in the background, then asks; from the application thread. */
  static void ask(Session session, Navigator navigator, Path file) {
    session
        .background()
        .run(() -> Experiment.read(file), experiment -> ask(session, navigator, experiment));
  }

  private static void ask(Session session, Navigator navigator, Experiment experiment) {
    int count = experiment.stages().size();
    String text =
        (count == 1 ? "One stage: " : count + " stages: ")
            + String.join(", ", experiment.stages().keySet());
    String answer = session.choosers().ask(experiment.name(), text, RUN, FILL).orElse("");
    if (answer.equals(RUN)) {
      session
          .background()
          .run(() -> session.jobs().launch(experiment), runs -> launched(session, navigator, runs));
    } else if (answer.equals(FILL)) {
      Stage first = experiment.stages().values().iterator().next();
      navigator.fill(first);
    }
  }

  private static void launched(Session session, Navigator navigator, Map<String, RunFolder> runs) {
    session.board().refresh();
    session
        .notices()
        .info(
            runs.size() == 1
                ? "1 run is in the queue."
                : runs.size() + " runs are in the queue, one after another.");
    navigator.open(Place.RUNS);
  }
}
