package kindred.gui.latent;

import java.util.List;
import kindred.experiment.LatentStage;
import kindred.gui.core.Navigator;
import kindred.gui.core.Place;
import kindred.gui.core.ResultView;
import kindred.gui.core.Session;
import kindred.gui.core.StagePanel;
import kindred.gui.form.Lessons;
import kindred.gui.form.StagePanelView;
import kindred.gui.form.Teaching;

/** Where latent spaces are learned. */
public final class LatentPanel {
  private static final String VERB = "Learn latent space";

  private LatentPanel() {}

  /**
   * The panel.
   *
   * @param results ways to show a run of this stage, the first in front
   */
  public static StagePanel of(Session session, Navigator navigator, List<ResultView> results) {
    Lessons lessons = new Lessons(session, navigator);
    Teaching teaching =
        (ready, launch) -> {
          if (!lessons.hasImages()) {
            return lessons.images();
          }
          String images = ready instanceof LatentStage latent ? latent.data() : "your images";
          return new Teaching.Lesson(
              Place.LATENT.icon(),
              "No latent space yet. In one, every image is a short list of numbers, and images that"
                  + " look alike lie close together.",
              ready == null ? null : "Learn one from " + images,
              launch);
        };
    return new StagePanelView(session, "latent", VERB, teaching, results);
  }
}
