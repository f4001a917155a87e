package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.EvaluateStage;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;
import kindred.torch.Torch;
import kindred.train.TrainingFailure;

/** Carries out one run, in the process and on the thread that calls it. */
public final class Worker {
  private Worker() {}

  /**
   * Works until the stage is done, fails, or is stopped.
   *
   * @param events told on this thread
   * @param interrupted asked after every step; true stops the run as its stop file does
   * @return the state it ends in, which its folder holds too
   * @throws BadInput if another worker has the run
   */
  public static RunState work(
      Workspace workspace, RunFolder run, Consumer<Event> events, BooleanSupplier interrupted) {
    try (Claim claim = run.claim();
        TensorBoardLog tensorBoard = tensorBoard(workspace, run)) {
      return claimed(workspace, run, events, interrupted, tensorBoard);
    }
  }

  /** Null unless it was asked for, by the run or for all of the workspace. */
  private static TensorBoardLog tensorBoard(Workspace workspace, RunFolder run) {
    boolean wanted = run.tensorBoardRequested() || ComputeSettings.of(workspace).tensorBoard();
    return wanted ? TensorBoardLog.beside(workspace, run, run.state().seconds()) : null;
  }

  private static RunState claimed(
      Workspace workspace,
      RunFolder run,
      Consumer<Event> events,
      BooleanSupplier interrupted,
      TensorBoardLog tensorBoard) {
    run.write(RunStates.taken(run.state()));
    Reporter reporter =
        new Reporter(
            run,
            events,
            () -> interrupted.getAsBoolean() || run.stopRequested() || run.freeRequested(),
            tensorBoard);
    RunState end;
    try {
      run.log("worker " + ProcessHandle.current().pid() + " begins");
      Torch.unpack((done, total) -> reporter.progress("unpacking PyTorch", done, total));
      Stage stage = run.stage();
      JsonNode result = stageWork(stage).work(workspace, run, reporter);
      if (result != null && tensorBoard != null) {
        tensorBoard.vectors();
      }
      end =
          result == null
              ? ended(run, reporter, Status.STOPPED, "stopped at a user's wish", null)
              : ended(run, reporter, Status.DONE, null, result);
    } catch (BadInput e) {
      end = RunStates.refused(run.state(), reporter.seconds(), e.getMessage());
    } catch (TrainingFailure e) {
      end = ended(run, reporter, Status.FAILED, e.getMessage(), null);
    } catch (UncheckedIOException e) {
      String way = "; make room or mend the folder, then: " + workspace.command("resume", run.id());
      end = ended(run, reporter, Status.FAILED, e.getCause().getMessage() + way, null);
    } catch (RuntimeException | OutOfMemoryError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      run.log(trace.toString());
      end = ended(run, reporter, Status.FAILED, e + "; its log.txt says where", null);
    }
    run.write(end);
    run.forgetStop();
    run.forgetProgress();
    if (end.status() != Status.STOPPED || !run.freeRequested()) {
      run.forgetPause();
    }
    run.log(end.status() + (end.message() == null ? "" : ": " + end.message()));
    events.accept(Event.end(end.status(), end.message()));
    return end;
  }

  private static RunState ended(
      RunFolder run, Reporter reporter, Status status, String message, JsonNode result) {
    return RunStates.ended(run.state(), status, reporter.seconds(), message, result);
  }

  private static StageWork stageWork(Stage stage) {
    if (stage instanceof LatentStage latent) {
      return new LatentWork(latent);
    } else if (stage instanceof NeighborStage neighbors) {
      return new NeighborWork(neighbors);
    } else if (stage instanceof ByolStage byol) {
      return new ByolWork(byol);
    } else if (stage instanceof EvaluateStage evaluate) {
      return new EvaluateWork(evaluate);
    }
    throw new IllegalArgumentException("no work for " + stage);
  }
}
