package kindred.gui.form;

import java.util.Optional;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentStage;
import kindred.experiment.Stage;
import kindred.gui.core.Navigator;
import kindred.gui.core.Place;
import kindred.gui.core.Session;
import kindred.run.Standing;

/** Lessons that more than one panel gives. */
public final class Lessons {
  private final Session session;
  private final Navigator navigator;

  public Lessons(Session session, Navigator navigator) {
    this.session = session;
    this.navigator = navigator;
  }

  /** Whether there is a data set. */
  public boolean hasImages() {
    return !session.board().datasets().isEmpty();
  }

  /** Whether there is a run of a kind that is done. */
  public boolean hasDone(Class<? extends Stage> kind) {
    return session.board().runs().stream()
        .anyMatch(
            run ->
                run.standing() == Standing.DONE
                    && run.stage().filter(kind::isInstance).isPresent());
  }

  /** That everything begins with images. */
  public Teaching.Lesson images() {
    return go(
        "fth-image",
        "There are no images yet. Import a folder, a ZIP or a data set; everything else is learned"
            + " from them.",
        "Import images",
        Place.DATA);
  }

  /**
   * What comes before a stage that needs vectors: images, then something that makes vectors of
   * them; nothing if both are there.
   *
   * @param sentence said while there are images alone
   */
  public Optional<Teaching.Lesson> beforeVectors(
      String icon, String sentence, String verb, Place where) {
    if (!hasImages()) {
      return Optional.of(images());
    }
    boolean vectors = hasDone(LatentStage.class) || hasDone(ByolStage.class);
    return vectors ? Optional.empty() : Optional.of(go(icon, sentence, verb, where));
  }

  /** That something else comes first. */
  public Teaching.Lesson go(String icon, String sentence, String verb, Place where) {
    return new Teaching.Lesson(icon, sentence, verb, () -> navigator.open(where));
  }
}
