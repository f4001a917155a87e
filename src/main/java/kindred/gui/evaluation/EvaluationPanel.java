package kindred.gui.evaluation;

import java.util.List;
import kindred.gui.core.Navigator;
import kindred.gui.core.Place;
import kindred.gui.core.ResultView;
import kindred.gui.core.Session;
import kindred.gui.core.StagePanel;
import kindred.gui.form.Lessons;
import kindred.gui.form.StagePanelView;
import kindred.gui.form.Teaching;

/** Where frozen encoders are measured. */
public final class EvaluationPanel {
  private EvaluationPanel() {}

  /**
   * The panel.
   *
   * @param results ways to show a run of this stage, the first in front
   */
  public static StagePanel of(Session session, Navigator navigator, List<ResultView> results) {
    Lessons lessons = new Lessons(session, navigator);
    Teaching teaching =
        (ready, launch) ->
            lessons
                .beforeVectors(
                    "fth-target",
                    "There is nothing to measure yet. Train an encoder first, or learn a latent"
                        + " space.",
                    "Train with BYOL",
                    Place.BYOL)
                .orElseGet(
                    () ->
                        new Teaching.Lesson(
                            "fth-target",
                            "Nothing measured yet. A linear probe and a k-NN classifier tell on"
                                + " held-out images how much of the classes a representation"
                                + " knows.",
                            ready == null ? null : "Evaluate",
                            launch));
    return new StagePanelView(session, "evaluate", "Evaluate", teaching, results);
  }
}
