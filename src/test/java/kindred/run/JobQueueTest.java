package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import kindred.run.JobQueue.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobQueueTest {
  @TempDir Path folder;
  private Workspace workspace;
  private JobQueue queue;

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
    queue = new JobQueue(workspace);
  }

  private static Job job(String run) {
    return new Job(run, "cpu", "somebody", 0);
  }

  @Test
  void orderIsKeptInTheFile() {
    assertThat(queue.jobs()).isEmpty();
    queue.add(job("ae-2"));
    queue.add(job("ae-1"));
    queue.add(job("ae-3"));
    queue.remove("ae-1");
    assertThat(new JobQueue(workspace).jobs()).containsExactly(job("ae-2"), job("ae-3"));
  }

  @Test
  void runIsQueuedOnce() {
    queue.add(job("ae-1"));
    queue.add(new Job("ae-1", "cpu", "somebody else", 0));
    assertThat(queue.jobs()).containsExactly(job("ae-1"));
  }

  @Test
  void failureIsCounted() {
    queue.add(job("ae-1"));
    queue.add(job("ae-2"));
    queue.failed("ae-2");
    assertThat(queue.jobs()).extracting(Job::attempts).containsExactly(0, 1);
  }

  @Test
  void nothingIsLostWhenManyAddAtOnce() {
    List<String> runs = IntStream.range(0, 40).mapToObj(i -> "ae-" + i).toList();
    runs.parallelStream().forEach(run -> new JobQueue(workspace).add(job(run)));
    assertThat(queue.jobs()).extracting(Job::run).containsExactlyInAnyOrderElementsOf(runs);
  }

  @Test
  void damagedFileIsNamedWithTheWayOut() throws Exception {
    Files.writeString(workspace.path().resolve("queue.json"), "{\"jobs\": [");
    assertThatThrownBy(queue::jobs)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("queue.json, line 1")
        .hasMessageEndingWith("remove the file, no run is lost by that");
  }
}
