package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import kindred.run.RunFolder;
import kindred.run.Standing;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import kindred.run.WrittenRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before another workspace comes in place of one where a run is at work, its user is asked. */
class LeavingTest extends WindowCase {
  private final AtomicBoolean left = new AtomicBoolean();
  private RunFolder run;

  @BeforeEach
  void letARunBeAtWork(WindowRobot robot) throws Exception {
    Workspace workspace = TinyWorkspace.open(folder.resolve("workspace"));
    run = workspace.create(TinyWorkspace.autoEncoder(2));
    WrittenRuns.taken(run);
    workbench.session().board().refresh();
    await(
        "the run at work",
        10,
        () ->
            workbench
                .session()
                .board()
                .run(run.id())
                .filter(row -> row.standing() == Standing.RUNNING)
                .isPresent());
  }

  private void leave() throws Exception {
    onWindowThread(
        () -> {
          workbench.leave(() -> left.set(true));
          return null;
        });
  }

  @Test
  void whoTurnsAwayStays() throws Exception {
    leave();
    assertThat(choosers.asked()).last().asString().endsWith("is at work");
    assertThat(left).isFalse();
    assertThat(Standing.of(run)).isEqualTo(Standing.RUNNING);
  }

  @Test
  void runGoesOnOrRestsAsTheUserSays() throws Exception {
    choosers.answer("Keep running");
    leave();
    await("leave", 5, left::get);
    assertThat(Standing.of(run)).isEqualTo(Standing.RUNNING);

    left.set(false);
    choosers.answer("Pause");
    leave();
    await("leave", 5, left::get);
    assertThat(Standing.of(run)).isEqualTo(Standing.PAUSED);
  }
}
