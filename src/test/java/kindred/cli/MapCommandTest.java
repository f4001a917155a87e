package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MapCommandTest extends CommandLineCase {
  @Test
  void aMapIsMadeOnceAndCopiedWhereOneWants() throws Exception {
    assertThat(train("latent", "ae", "--epochs", "2", "--keep-every", "1").exit()).isZero();
    Path csv = temp.resolve("map.csv");
    Said said =
        type(
            "map",
            "ae",
            "--method",
            "tsne",
            "--perplexity",
            "5",
            "--clusters",
            "3",
            "--json",
            "--out",
            csv.toString());
    assertThat(said.exit()).as(said.err()).isZero();
    JsonNode result = said.json();
    assertThat(result.path("plan").path("perplexity").asDouble()).isEqualTo(5);
    assertThat(result.path("images").asInt()).isEqualTo(72);
    assertThat(result.path("trust").asDouble()).isBetween(0.8, 1.0);
    assertThat(result.path("file").asText()).isEqualTo(csv.toString());
    assertThat(Files.readAllLines(csv)).hasSize(73).startsWith("image,x,y,class,cluster");

    Said again = type("map", "1", "--method", "tsne", "--perplexity", "5", "--json");
    assertThat(again.json().path("seconds")).isEqualTo(result.path("seconds"));
    assertThat(Path.of(again.json().path("file").asText())).exists().hasFileName("map-tsne.npz");

    Said epochs = type("map", "ae", "--epochs", "--out", csv.toString(), "--json");
    assertThat(epochs.json().path("epochs")).hasToString("[1,2]");
    assertThat(Files.readAllLines(csv)).hasSize(145).startsWith("epoch,image,x,y,class");
  }

  @Test
  void whatCannotBeIsRefusedBeforeAnythingIsComputed() {
    refused("there is no run 'ae'", "map", "ae");
    refused("min-dist is a setting of umap, not of pca", "map", "ae", "--min-dist", "0.5");
    refused("perplexity is 1.0", "map", "ae", "--method", "tsne", "--perplexity", "1");
    refused("end in .csv or .npz", "map", "ae", "--out", temp.resolve("map.png").toString());
    refused("there is no folder", "map", "ae", "--out", temp.resolve("no/map.csv").toString());
    refused("--clusters goes with --out", "map", "ae", "--clusters", "4");
  }

  private void refused(String why, String... words) {
    Said said = type(words);
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains(why);
  }
}
