package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void ownMemoryIsPartOfWhatIsUsed() {
    Machine machine = Machine.look(List.of(ProcessHandle.current().pid()));
    assertThat(machine.cores()).isPositive();
    assertThat(machine.used()).isBetween(1L, machine.total());
    assertThat(machine.workers()).isBetween(0L, machine.total());
    assertThat(machine.load()).isLessThanOrEqualTo(1);
  }

  @Test
  void linesOfTheGpuToolAreRead() {
    assertThat(Machine.parsed("NVIDIA A100, 37, 1204, 40960\nQuadro, [N/A], 0, 2048\n"))
        .containsExactly(
            new Machine.Gpu("NVIDIA A100", 0.37, 1204L << 20, 40960L << 20),
            new Machine.Gpu("Quadro", 0, 0, 2048L << 20));
    assertThat(Machine.parsed("No devices were found")).isEmpty();
  }
}
