package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
  @TempDir Path folder;

  @Test
  void nobodyElseGetsWhatIsHeld() {
    Path file = folder.resolve("deep").resolve("slot");
    try (Claim claim = Claim.tryOn(file).orElseThrow()) {
      assertThat(claim).isNotNull();
      assertThat(Claim.tryOn(file)).isEmpty();
      assertThat(Claim.tryOn(folder.resolve("other")).stream().peek(Claim::close)).hasSize(1);
    }
    Optional<Claim> again = Claim.tryOn(file);
    assertThat(again).isPresent();
    again.get().close();
  }
}
