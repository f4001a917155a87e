package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsBenchmarkTest {
  @Test
  void laterRunsLeaveNoThreadAndNoFileBehind() {
    RunsBenchmark.Result found = RunsBenchmark.measure(8, 16, 1, note -> {});

    assertThat(found.runs()).isEqualTo(16);
    assertThat(found.endThreads()).isLessThanOrEqualTo(found.settledThreads() + 1);
    assertThat(found.endFiles()).isLessThanOrEqualTo(found.settledFiles() + 2);
  }
}
