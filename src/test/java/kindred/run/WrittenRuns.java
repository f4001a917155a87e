package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;

/** Run folders as workers leave them, without the work. */
public final class WrittenRuns {
  private WrittenRuns() {}

  /** The stage that some JSON describes. */
  public static Stage stage(String json) {
    return Json.read(json, Stage.class, "stage");
  }

  /** A run that is done. */
  public static RunFolder done(Workspace workspace, Stage stage, String result, String... metrics) {
    RunFolder run = workspace.create(stage);
    try {
      Files.writeString(run.metrics(), String.join("\n", metrics) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run.log("written for a test");
    JsonNode measured = Json.read(result, JsonNode.class, "result");
    run.write(RunStates.ended(run.state(), Status.DONE, 12, null, measured));
    return run;
  }

  /** A run that failed. */
  public static RunFolder failed(Workspace workspace, Stage stage, String why) {
    RunFolder run = workspace.create(stage);
    run.write(RunStates.ended(run.state(), Status.FAILED, 3, why, null));
    return run;
  }

  /** Makes a run look as if this very process worked on it. */
  public static void taken(RunFolder run) {
    run.write(RunStates.taken(run.state()));
  }

  /** An epoch's line of metrics. */
  public static String epoch(int epoch, double loss, double knn) {
    return "{\"kind\":\"epoch\",\"step\":%d,\"epoch\":%d,\"loss\":%s,\"knn\":%s}"
        .formatted(epoch * 4, epoch, loss, knn);
  }
}
