package kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kindred.experiment.Positives.From;
import org.junit.jupiter.api.Test;

class PositivesTest {
  private static ByolStage byol(ByolWay way, String neighbors, String positives) {
    return new ByolStage(
        way, "images", neighbors, null, null, Json.read(positives, Positives.class, "test"), null);
  }

  @Test
  void whatIsLeftOutTakesItsDefault() {
    Positives read = Json.read("{}", Positives.class, "test");

    assertThat(read).isEqualTo(Positives.defaults());
    assertThat(read.from()).isEqualTo(From.NEIGHBORS);
    assertThat(read.k()).isEqualTo(1);
    assertThat(read.filtered()).isFalse();
  }

  @Test
  void survivesAnExperimentFile() {
    ByolStage stage =
        byol(
            ByolWay.WEIGHTED,
            "neighbors-1",
            "{\"from\":\"oracle\",\"k\":3,\"mutual\":5,\"closest\":0.2,\"maxDistance\":1.5,"
                + "\"veto\":\"v.jsonl\",\"weakNeighbor\":true,\"refresh\":2,"
                + "\"metric\":\"cosine\",\"prepare\":\"center\","
                + "\"mix\":\"after\",\"randomWeight\":\"0.2..0.75\"}");

    assertThat(Json.read(Json.pretty(stage), Stage.class, "test")).isEqualTo(stage);
  }

  private static void refused(String positives, String... parts) {
    assertThatThrownBy(() -> byol(ByolWay.WEIGHTED, "neighbors-1", positives))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void impossibleValuesAreNamedWithTheirRange() {
    refused("{\"k\":0}", "k is 0", "1 and 1,000");
    refused("{\"mutual\":-1}", "mutual is -1");
    refused("{\"closest\":0}", "closest is 0.0");
    refused("{\"closest\":1.5}", "closest is 1.5");
    refused("{\"maxDistance\":-0.1}", "max-distance is -0.1");
    refused("{\"from\":\"friends\"}", "friends");
    refused("{\"veto\":\" \"}", "veto is missing");
    refused("{\"verdictFile\":\"v.jsonl\"}", "add --verdicts");
    refused("{\"refresh\":-2}", "refresh is -2");
    refused("{\"prepare\":\"center\"}", "set refresh");
    refused("{\"randomWeight\":\"0.2..1.5\"}", "random-weight is 1.5");
    refused("{\"randomWeight\":\"0.7..0.2\"}", "0.7..0.2", "smaller number first");
    refused("{\"randomWeight\":\"0.7\"}", "'0.7' is no range", "0.3..0.7");
    refused("{\"randomWeight\":\"a..1\"}", "'a..1' is no range");
  }

  @Test
  void onlyTheWeightedWayMixes() {
    assertThat(byol(ByolWay.WEIGHTED, "neighbors-1", "{\"mix\":\"after\"}").positives().mix())
        .isEqualTo(Mix.AFTER);
    for (String mixed : new String[] {"{\"mix\":\"after\"}", "{\"randomWeight\":\"0..1\"}"}) {
      assertThatThrownBy(() -> byol(ByolWay.PROBABILISTIC, "neighbors-1", mixed))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("probabilistic mixes nothing");
    }
  }

  @Test
  void theBaselineTakesNoPositives() {
    assertThat(byol(ByolWay.BASELINE, null, "{}").positives()).isEqualTo(Positives.defaults());
    assertThatThrownBy(() -> byol(ByolWay.BASELINE, null, "{\"k\":2}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("baseline");
  }

  @Test
  void onlyControlsAndRefreshedNeighborsDoWithoutOthersToBeginWith() {
    assertThat(byol(ByolWay.WEIGHTED, null, "{\"refresh\":2,\"mutual\":3}").input()).isNull();
    assertThat(byol(ByolWay.WEIGHTED, null, "{\"from\":\"random\",\"k\":4}").input()).isNull();
    assertThatThrownBy(() -> byol(ByolWay.WEIGHTED, null, "{\"k\":2}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("needs neighbors");
    assertThatThrownBy(() -> byol(ByolWay.WEIGHTED, null, "{\"from\":\"oracle\",\"mutual\":3}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("neighbor run");
  }
}
