package kindred.gui.results;

import kindred.gui.core.RunRow;
import kindred.gui.core.Session;

/**
 * A view of what a run made, read again each time the run changes; a sentence stands in for it
 * while there is nothing. For the application thread.
 *
 * @param <T> what is read of a run
 */
public abstract class FollowedView<T> extends SightView {
  private final String sentence;
  private final Following<T> following;

  /**
   * @param title a word or two for its tab
   * @param icon of the empty state, its name in the Feather pack
   * @param sentence what will be here and how to come by it
   * @param reading reads a run's files, on a background thread
   */
  protected FollowedView(
      Session session, String title, String icon, String sentence, Following.Reading<T> reading) {
    super(title, icon, sentence);
    this.sentence = sentence;
    this.following = new Following<>(session, reading, this::reveal, this::lack);
  }

  /** Shows what a run made. */
  protected abstract void found(RunRow run, T made);

  /** What is said instead while the run in sight made nothing. */
  protected String sentence(RunRow run) {
    return sentence;
  }

  private void reveal(RunRow run, T made) {
    sight.reveal();
    found(run, made);
  }

  private void lack(String why) {
    sight.say(why.isEmpty() ? sentence(following.run()) : why);
  }

  @Override
  public final void show(RunRow run) {
    following.follow(run);
  }
}
