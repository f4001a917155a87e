package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunNamesTest {
  @ParameterizedTest
  @CsvSource({
    "ae-1, ae 1",
    "neighbors-cosine-12, cosine 12",
    "byol-weighted-8, weighted 8",
    "evaluate-9, evaluation 9",
    "/far/away/vectors.npy, vectors.npy",
    "C:\\far\\byol-3.safetensors, byol-3.safetensors",
    "mine, mine"
  })
  void whatAnotherRunNamesIsCalledAsItIsItself(String named, String brief) {
    assertThat(RunNames.brief(named)).isEqualTo(brief);
  }
}
