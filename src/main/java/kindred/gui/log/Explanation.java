package kindred.gui.log;

import kindred.experiment.ByolStage;
import kindred.experiment.LatentStage;
import kindred.gui.core.RunRow;
import kindred.run.RunState;
import kindred.run.Standing;

/**
 * Where a run stands in words.
 *
 * @param what what happened, and why
 * @param advice what to try now; empty if there is nothing to do
 */
record Explanation(String what, String advice) {
  static Explanation of(RunRow run) {
    RunState state = run.now().state();
    String message = state.message() == null ? "" : state.message();
    return switch (run.standing()) {
      case QUEUED ->
          run.now().queuePosition() >= 0
              ? new Explanation("It waits in the queue.", "")
              : new Explanation("It was made and is not in the queue.", "Resume puts it there.");
      case RUNNING -> new Explanation("It is at work.", "");
      case STOPPING -> new Explanation("It stops after its next step, saved.", "");
      case DONE -> new Explanation("It is done.", "");
      case PAUSED ->
          new Explanation("It rests, at a user's wish.", "Resume goes on exactly where it was.");
      case STOPPED ->
          new Explanation(
              "It was stopped: " + (message.isEmpty() ? "at a user's wish" : message) + ".",
              "Resume goes on exactly where it was.");
      case LOST ->
          new Explanation(
              "Its worker died without a word.",
              "Most often memory ran out: the log's last line tells how it ended. "
                  + lessMemory(run)
                  + " Nothing before the last checkpoint is lost; Resume goes on from there.");
      case FAILED -> failed(message, state.badInput());
    };
  }

  private static Explanation failed(String message, boolean badInput) {
    String what = message.isEmpty() ? "It failed, and left no reason." : message;
    if (badInput) {
      return new Explanation(
          what, "Put this right, then Resume; or fill the form with these settings and change it.");
    }
    return new Explanation(
        what,
        message.contains("; try ") || message.contains("make room")
            ? "Resume tries again from the last checkpoint, with the same settings."
            : "Resume tries again from the last checkpoint. If it fails in the same way, the log"
                + " below is what to report.");
  }

  private static String lessMemory(RunRow run) {
    boolean trains =
        run.stage()
            .filter(stage -> stage instanceof LatentStage || stage instanceof ByolStage)
            .isPresent();
    return trains
        ? "A smaller batch needs less; so does closing other programs."
        : "Closing other programs gives it more.";
  }

  static boolean resumable(RunRow run) {
    return run.standing().resumable()
        || (run.standing() == Standing.QUEUED && run.now().queuePosition() < 0);
  }
}
