package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsBenchmarkTest {
  @Test
  void laterRunsLeaveNoThreadAndNoFileBehind() {
    List<String> notes = new ArrayList<>();

    RunsBenchmark.Result found = RunsBenchmark.measure(36, 1, notes::add);

    assertThat(notes).hasSize(1);
    assertThat(found.endThreads()).isLessThanOrEqualTo(found.settledThreads() + 1);
    assertThat(found.endFiles()).isLessThanOrEqualTo(found.settledFiles() + 2);
  }
}
