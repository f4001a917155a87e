package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import kindred.array.NamedArray;
import kindred.array.Npz;
import org.junit.jupiter.api.Test;

class VerdictsCommandTest extends CommandLineCase {
  private static final int IMAGES = 72;

  private String vectors() {
    Random random = new Random(2);
    float[] vectors = new float[IMAGES * 4];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = random.nextFloat();
    }
    Path file = temp.resolve("vectors.npz");
    Npz.write(file, Map.of("vectors", NamedArray.floats(vectors, IMAGES, 4)));
    return file.toString();
  }

  private Said done(String... words) {
    Said said = type(words);
    assertThat(said.exit()).as(said.err()).isZero();
    return said;
  }

  @Test
  void pairsAreWrittenVetoedTakenBackAndPutTogether() throws Exception {
    done("neighbors", vectors(), "--data", "tiny", "--k", "4");

    Path csv = temp.resolve("pairs.csv");
    Said pairs = done("pairs", "1", "--mutual", "3", "--out", csv.toString(), "--json");
    assertThat(Files.readAllLines(csv)).hasSize(pairs.json().path("pairs").asInt() + 1);
    assertThat(pairs.json().path("purity").asDouble()).isBetween(0.0, 1.0);

    int hub = Integer.parseInt(Files.readAllLines(csv).get(1).split(",")[1]);
    int vetoed =
        done("verdicts", "veto", "1", "--hub", "" + hub, "--by", "ann", "--json")
            .json()
            .path("pairs")
            .asInt();
    assertThat(vetoed).isGreaterThanOrEqualTo(4);
    assertThat(done("verdicts", "count", "tiny", "--json").json().path("different").asInt())
        .isEqualTo(vetoed);
    done("pairs", "1", "--mutual", "3", "--out", csv.toString());
    assertThat(Files.readString(csv)).contains(",different\n");

    Path copy = temp.resolve("anns.jsonl");
    Files.copy(workspace.resolve("datasets/tiny/verdicts.jsonl"), copy);
    assertThat(done("verdicts", "undo", "tiny", "--by", "ann").out()).contains(vetoed + " pairs");
    assertThat(done("verdicts", "count", "tiny", "--json").json().path("different").asInt())
        .isZero();
    assertThat(
            done("verdicts", "merge", copy.toString(), "--data", "tiny", "--json")
                .json()
                .path("known")
                .asInt())
        .isEqualTo(1);
    assertThat(done("verdicts", "estimate", "1").out()).contains("none of these pairs was drawn");
  }

  @Test
  void whatCannotBeIsSaid() {
    assertThat(type("verdicts").err()).contains("count, estimate, merge, veto or undo");
    assertThat(type("verdicts", "undo", "tiny", "--by", "bob").err()).contains("bob said nothing");
    assertThat(type("pairs", "9").err()).contains("no run '9'");
    assertThat(type("verdicts", "merge", "none.jsonl", "--data", "tiny").err())
        .contains("no file of verdicts none.jsonl");
  }
}
