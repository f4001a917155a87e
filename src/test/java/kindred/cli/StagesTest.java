package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.Json;
import org.junit.jupiter.api.Test;

class StagesTest extends CommandLineCase {
  @Test
  void everyStageLeavesItsRunFolderAndTheFieldsThatScriptsRelyOn() throws Exception {
    Said ae = train("latent", "ae", "--epochs", "2", "--holdout", "0.25", "--json");
    assertThat(ae.exit()).as(ae.err()).isZero();
    assertThat(ae.json().path("run").asText()).isEqualTo("ae-1");
    assertThat(ae.json().path("loss").asDouble()).isGreaterThan(0);
    assertThat(ae.json().path("seconds").asDouble()).isGreaterThan(0);
    metricsAndProvenance(workspace.resolve("runs/ae-1"));

    Path copy = temp.resolve("copy.npz");
    Said neighbors = type("neighbors", "ae", copy.toString(), "cosine", "--k", "5", "--json");
    assertThat(neighbors.exit()).as(neighbors.err()).isZero();
    assertThat(neighbors.json().path("purity").path("1").isNumber()).isTrue();
    assertThat(neighbors.json().path("purity").path("5").isNumber()).isTrue();
    Map<String, NamedArray> arrays = Npz.read(copy);
    assertThat(arrays.get("indices").shape()).containsExactly(72, 5);
    assertThat(arrays.get("distances").shape()).containsExactly(72, 5);

    for (String way : List.of("baseline", "probabilistic", "weighted")) {
      String[] neighborOption = {"--neighbors", "neighbors-cosine-2"};
      Said byol =
          way.equals("baseline")
              ? train("byol", way, "--epochs", "1", "--holdout", "0.25", "--json")
              : train(
                  "byol",
                  way,
                  "--epochs",
                  "1",
                  "--holdout",
                  "0.25",
                  "--json",
                  neighborOption[0],
                  neighborOption[1]);
      assertThat(byol.exit()).as(byol.err()).isZero();
      assertThat(byol.err()).contains("in all: few to learn from");
      assertThat(byol.json().path("loss").asDouble()).isBetween(0.0, 8.0);
    }

    Said evaluation = type("evaluate", "byol-weighted", "--json");
    assertThat(evaluation.exit()).as(evaluation.err()).isZero();
    assertThat(evaluation.json().path("knn").asDouble()).isBetween(0.0, 1.0);
    assertThat(evaluation.json().path("encoderSawTestImages").isBoolean()).isTrue();
    assertThat(evaluation.json().path("probe").asDouble()).isBetween(0.0, 1.0);
    JsonNode stored =
        Json.read(
            Files.readString(workspace.resolve("runs/evaluate-6/artifacts/evaluation.json")),
            JsonNode.class,
            "evaluation");
    assertThat(stored.path("settings").path("k").asInt()).isEqualTo(20);
    assertThat(stored.path("settings").path("temperature").asDouble()).isEqualTo(0.1);
    assertThat(stored.path("testImages").asInt()).isEqualTo(18);
    assertThat(stored.path("encoderSawTestImages").asBoolean()).isFalse();
    assertThat(stored.path("knn").path("confusion").size()).isEqualTo(3);

    Path module = temp.resolve("byol.pt");
    Said export = type("export", "byol-weighted", "--out", module.toString(), "--json");
    assertThat(export.exit()).as(export.err()).isZero();
    assertThat(export.json().path("format").asText()).isEqualTo("torchscript");
    assertThat(export.json().path("bytes").asLong()).isEqualTo(Files.size(module));
    assertThat(type("export", "ae", "--out", temp.resolve("ae.docx").toString()).err())
        .contains(".safetensors, .pt");

    assertThat(type("runs").out()).contains("ae-1", "byol-weighted-5", "evaluate-6");
    assertThat(type("show", "6").out()).contains("evaluate-6", "done", "k-NN", "test images");
  }

  @Test
  void oneIsNotCalledMany() throws Exception {
    Path one = Files.createDirectories(temp.resolve("one"));
    Files.copy(pictures.resolve("dots/0.png"), one.resolve("0.png"));
    assertThat(type("import", one.toString(), "--name", "lone", "--size", "16").out())
        .contains("lone: 1 image of", "no classes");
    assertThat(type("datasets").out()).contains("1 image of", "72 images of", "3 classes");
    assertThat(type("latent", "ae", "--data", "lone").err()).contains("leaves 1 image to train");
  }

  private static void metricsAndProvenance(Path run) throws Exception {
    List<JsonNode> lines =
        Files.readAllLines(run.resolve("metrics.jsonl")).stream()
            .map(line -> Json.read(line, JsonNode.class, "metric"))
            .toList();
    JsonNode step = lines.get(0);
    for (String field : List.of("step", "epoch", "time", "loss", "learning_rate", "images_per_s")) {
      assertThat(step.path(field).isNumber()).as(field).isTrue();
    }
    assertThat(lines.stream().filter(line -> line.path("kind").asText().equals("epoch")))
        .hasSize(2)
        .allMatch(line -> line.path("heap_mb").asLong() > 0);
    JsonNode provenance =
        Json.read(Files.readString(run.resolve("provenance.json")), JsonNode.class, "provenance");
    assertThat(provenance.path("data").path("fingerprint").asText()).hasSize(64);
    assertThat(provenance.path("seed").asLong()).isEqualTo(1);
    assertThat(provenance.path("kindred").asText()).matches("\\d+\\..*");
    JsonNode worker = provenance.path("workers").path(0);
    assertThat(worker.path("engine").asText()).startsWith("PyTorch 2.");
    assertThat(worker.path("device").asText()).isEqualTo("cpu");
    assertThat(worker.path("threads").asInt()).isPositive();
    assertThat(worker.path("java").asText()).isNotEmpty();
  }

  @Test
  void experimentFileRunsItsStagesAndEndsWithATable() throws Exception {
    Path file = temp.resolve("small.json");
    Files.writeString(
        file,
        """
        {"name": "small", "stages": {
          "ae": {"stage": "latent", "data": "tiny",
                 "training": {"epochs": 1, "batch": 16, "latent": 8, "holdout": 0.25}},
          "near": {"stage": "neighbors", "source": "ae", "k": 2},
          "byol": {"stage": "byol", "way": "probabilistic", "data": "tiny", "neighbors": "near",
                   "training": {"epochs": 1, "batch": 16, "latent": 8, "holdout": 0.25}},
          "score": {"stage": "evaluate", "source": "byol", "probeEpochs": 5}}}
        """);

    Said said = type("run", file.toString(), "--json");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("byol-probabilistic-3", "linear probe", "purity@1");
    assertThat(said.json().path("stages").path("score").path("knn").isNumber()).isTrue();
  }

  @Test
  void sameSeedGivesTheSameNumbersAndAnotherSeedGivesOthers() {
    double first = train("latent", "ae", "--epochs", "1", "--json").json().path("loss").asDouble();
    double again = train("latent", "ae", "--epochs", "1", "--json").json().path("loss").asDouble();
    double other =
        train("latent", "ae", "--epochs", "1", "--json", "--seed", "2")
            .json()
            .path("loss")
            .asDouble();

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void runsCanBeNamedByAPrefixAndRemoved() {
    train("latent", "ae", "--epochs", "1");
    train("latent", "ae", "--epochs", "1");

    assertThat(type("show", "ae").err()).contains("could be any of ae-1, ae-2");
    assertThat(type("remove", "ae-2").exit()).isZero();
    assertThat(type("show", "ae").out()).contains("ae-1");
    assertThat(workspace.resolve("runs/ae-2")).doesNotExist();
    train("latent", "ae", "--epochs", "1");
    assertThat(workspace.resolve("runs/ae-3")).as("numbers are not used twice").exists();
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command :
        List.of(
            "demo",
            "import",
            "datasets",
            "latent",
            "neighbors",
            "byol",
            "evaluate",
            "run",
            "runs",
            "show",
            "resume",
            "stop",
            "remove",
            "bench")) {
      Said said = type(command, "--help");
      assertThat(said.exit()).as(command).isZero();
      assertThat(said.out()).as(command).contains("Usage: kindred " + command, "--workspace");
    }
  }
}
