package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;

/** The runs of a workspace by what they were asked, at the time of asking. */
final class KnownRuns {
  private static final List<Status> BEST_FIRST =
      List.of(
          Status.DONE,
          Status.RUNNING,
          Status.STOPPED,
          Status.INTERRUPTED,
          Status.QUEUED,
          Status.FAILED);

  private final Workspace workspace;
  private final Map<Stage, List<RunFolder>> byStage = new HashMap<>();
  private final Map<String, Optional<String>> fingerprints = new HashMap<>();

  KnownRuns(Workspace workspace) {
    this.workspace = workspace;
    for (RunFolder run : workspace.all()) {
      run.readableStage()
          .ifPresent(stage -> byStage.computeIfAbsent(stage, s -> new ArrayList<>()).add(run));
    }
  }

  /**
   * The run that was asked the same and is furthest, the oldest of several. One that began on
   * images that its data set no longer holds, or heeded other verdicts than there are now, does not
   * count.
   *
   * @param stage with full names
   */
  Optional<RunFolder> find(Stage stage) {
    return byStage.getOrDefault(stage, List.of()).stream()
        .filter(this::sawTheSameImages)
        .filter(run -> heededTheSameVerdicts(run, stage))
        .min(Comparator.comparing(run -> BEST_FIRST.indexOf(run.state().actualStatus())));
  }

  private boolean sawTheSameImages(RunFolder run) {
    if (run.provenance().isEmpty()) {
      return true;
    }
    ObjectNode made = Json.read(run.provenance().get(), ObjectNode.class, run.id());
    JsonNode data = made.path("data");
    return data.isMissingNode()
        || fingerprint(data.path("name").asText())
            .filter(data.path("fingerprint").asText()::equals)
            .isPresent();
  }

  private boolean heededTheSameVerdicts(RunFolder run, Stage stage) {
    if (!(stage instanceof ByolStage byol && byol.positives().verdicts())
        || run.provenance().isEmpty()) {
      return true;
    }
    ObjectNode made = Json.read(run.provenance().get(), ObjectNode.class, run.id());
    return UsedVerdicts.noted(made)
        .equals(UsedVerdicts.current(byol.positives(), workspace.images(byol.data())));
  }

  private Optional<String> fingerprint(String data) {
    return fingerprints.computeIfAbsent(
        data,
        name -> {
          try {
            return Optional.of(workspace.images(name).info().fingerprint());
          } catch (BadInput gone) {
            return Optional.empty();
          }
        });
  }
}
