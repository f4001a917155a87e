package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kindred.experiment.BadInput;
import kindred.experiment.Stage;
import kindred.run.JobQueue.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinTest {
  @TempDir Path folder;
  private Workspace workspace;
  private Bin bin;

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
    bin = new Bin(workspace);
  }

  private RunFolder run() {
    return WrittenRuns.done(workspace, TinyWorkspace.autoEncoder(2), "{\"loss\":0.5}");
  }

  @Test
  void deletedRunComesBackWithAllItsFiles() throws Exception {
    RunFolder run = run();
    new RunNotes(true, List.of("paper"), "the good one").writeTo(run);
    Files.writeString(run.artifact("encoder.safetensors"), "weights");

    bin.put(run);
    assertThat(workspace.all()).isEmpty();
    assertThat(bin.list()).extracting(Bin.Binned::id).containsExactly("ae-1");

    RunFolder back = bin.restore("ae-1");
    assertThat(workspace.all()).extracting(RunFolder::id).containsExactly("ae-1");
    assertThat(back.state().result().path("loss").asDouble()).isEqualTo(0.5);
    assertThat(RunNotes.of(back).note()).isEqualTo("the good one");
    assertThat(back.artifact("encoder.safetensors")).hasContent("weights");
    assertThat(bin.list()).isEmpty();
  }

  @Test
  void numberOfADeletedRunIsNotUsedAgain() {
    bin.put(run());
    assertThat(run().id()).isEqualTo("ae-2");
    bin.restore("ae-1");
    assertThat(workspace.all()).extracting(RunFolder::id).containsExactly("ae-1", "ae-2");
  }

  @Test
  void waitingRunLeavesTheQueueAndReturnsToIt() {
    JobQueue queue = new JobQueue(workspace);
    RunFolder run = workspace.create(TinyWorkspace.autoEncoder(2));
    queue.add(new Job(run.id(), "cpu", "window", 0));
    bin.put(run);
    assertThat(queue.jobs()).isEmpty();
    bin.restore(run.id());
    assertThat(queue.jobs()).extracting(Job::run).containsExactly(run.id());
  }

  @Test
  void runUnderWayStaysWhereItIs() {
    RunFolder run = workspace.create(TinyWorkspace.autoEncoder(2));
    WrittenRuns.taken(run);
    assertThatThrownBy(() -> bin.put(run))
        .isInstanceOf(BadInput.class)
        .hasMessage("run ae-1 is running; stop it, then delete it");
    assertThat(workspace.all()).hasSize(1);
  }

  @Test
  void runsThatBuildOnAGroupAreNamed() {
    run();
    Stage neighbors = WrittenRuns.stage("{\"stage\":\"neighbors\",\"source\":\"ae-1\"}");
    Stage evaluate = WrittenRuns.stage("{\"stage\":\"evaluate\",\"source\":\"ae-1\"}");
    WrittenRuns.done(workspace, neighbors, "{}");
    WrittenRuns.done(workspace, evaluate, "{}");
    assertThat(bin.dependents(List.of("ae-1", "evaluate-3")))
        .extracting(RunFolder::id)
        .containsExactly("neighbors-euclidean-2");
  }

  @Test
  void onlyWhatIsInTheBinIsDeletedForGood() {
    RunFolder run = run();
    assertThatThrownBy(() -> bin.delete("../runs/ae-1")).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> bin.delete("ae-1")).isInstanceOf(BadInput.class);
    bin.put(run);
    bin.delete("ae-1");
    assertThat(bin.list()).isEmpty();
    assertThatThrownBy(() -> bin.restore("ae-1")).hasMessage("run ae-1 is not in the bin");
  }
}
