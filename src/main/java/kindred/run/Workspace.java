package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kindred.data.Datasets;
import kindred.data.ImageSet;
import kindred.data.SampleImages;
import kindred.experiment.BadInput;
import kindred.experiment.CommandWords;
import kindred.experiment.Stage;

/** The folder with all data sets and runs of a user. */
public final class Workspace {
  /** Where a workspace is if nobody says otherwise. */
  public static final Path USUAL = Path.of(System.getProperty("user.home"), "Kindred");

  private final Path path;
  private final boolean tensorBoard;

  private Workspace(Path path, boolean tensorBoard) {
    this.path = path;
    this.tensorBoard = tensorBoard;
  }

  /** The same one, of which every run that is made or resumed writes files for TensorBoard too. */
  public Workspace withTensorBoard() {
    return new Workspace(path, true);
  }

  /**
   * Opens a workspace. A fresh one is made, with the sample images in it.
   *
   * @throws BadInput if it cannot be made or written to
   */
  public static Workspace open(Path path) {
    Workspace workspace = new Workspace(path.toAbsolutePath().normalize(), false);
    try {
      Files.createDirectories(workspace.datasets());
      if (!Files.exists(workspace.runs())) {
        // The folder of runs comes last, so that a first start that was cut short is made up for.
        SampleImages.ensure(workspace.datasets());
        Files.createDirectories(workspace.runs());
      }
    } catch (IOException e) {
      throw unwritable(workspace.path, e);
    }
    if (!Files.isWritable(workspace.runs()) || !Files.isWritable(workspace.datasets())) {
      throw unwritable(workspace.path, null);
    }
    return workspace;
  }

  private static BadInput unwritable(Path path, IOException cause) {
    return new BadInput(
        "the workspace "
            + path
            + " cannot be written to; choose another with --workspace DIR, or give yourself the"
            + " right to write there",
        cause);
  }

  public Path path() {
    return path;
  }

  public Path datasets() {
    return path.resolve("datasets");
  }

  public Path runs() {
    return path.resolve("runs");
  }

  /** Where the locks lie that keep processes out of each other's way. */
  Path locks() {
    return path.resolve("locks");
  }

  /** Whoever has this locked works on a device in this workspace. */
  Path slot(String device) {
    return locks().resolve("slot-" + device.replace(':', '-'));
  }

  /** Where each study has its folder. */
  public Path studies() {
    return path.resolve("studies");
  }

  /**
   * Opens a data set by its name.
   *
   * @throws BadInput if there is none, naming those there are
   */
  public ImageSet images(String name) {
    return new Datasets(datasets()).open(name);
  }

  /**
   * The file that a user names directly, or as a run that made it.
   *
   * @param name a path or a run's name
   * @param artifact what the run calls it
   * @throws BadInput if there is neither
   */
  Path file(String name, String artifact) {
    if (isFileName(name)) {
      return existing(name);
    }
    RunFolder run = run(name);
    Path made = run.artifact(artifact);
    if (!Files.exists(made)) {
      throw new BadInput(
          "run " + run.id() + " (" + run.state().actualStatus() + ") has no " + artifact);
    }
    return made;
  }

  /** So that sorting thousands reads each number once. */
  private record Numbered(int number, Path folder) {}

  /** All runs, oldest first. */
  public List<RunFolder> all() {
    try (Stream<Path> folders = Files.list(runs())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(RunFolder.EXPERIMENT)))
          .map(folder -> new Numbered(RunNumbers.of(folder), folder))
          .sorted(Comparator.comparingInt(Numbered::number))
          .map(numbered -> new RunFolder(numbered.folder()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the folder of a new run, queued.
   *
   * @throws BadInput if the stage names a data set, run or file that is not there
   */
  public RunFolder create(Stage stage) {
    Stage resolved = new NamedInputs(this).resolve(stage);
    try {
      Path folder = new RunNumbers(this).claim(stage.title());
      RunFolder run = new RunFolder(folder);
      run.write(RunState.queued(Instant.now().toString()));
      run.write(resolved);
      if (tensorBoard) {
        run.requestTensorBoard();
      }
      return run;
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** A run's id has neither dots nor slashes, and the files that stages read have suffixes. */
  static boolean isFileName(String name) {
    return name.contains(".") || name.contains("/") || name.contains("\\");
  }

  static Path existing(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new BadInput("there is no file " + name);
    }
    return file;
  }

  /** Lets an unfinished run wait for a worker again. */
  public void requeue(RunFolder run) {
    RunState.Status status = run.state().actualStatus();
    if (status == RunState.Status.RUNNING || status == RunState.Status.DONE) {
      throw new BadInput("run " + run.id() + " is " + status + ", so there is nothing to resume");
    }
    run.forgetStop();
    if (tensorBoard) {
      run.requestTensorBoard();
    }
    run.write(RunStates.requeued(run.state()));
  }

  /** The same for one that may have been paused. */
  public void takeUp(RunFolder run) {
    run.forgetPause();
    requeue(run);
  }

  /**
   * The run that was asked the same and is furthest, the oldest of several. One that began on
   * images that its data set no longer holds, or heeded other verdicts than there are now, does not
   * count.
   *
   * @throws BadInput if the stage names a data set, run or file that is not there
   */
  public Optional<RunFolder> known(Stage stage) {
    return new KnownRuns(this).find(new NamedInputs(this).resolve(stage));
  }

  /** What to type to have a command carried out here; the usual workspace needs no option. */
  public String command(String... words) {
    List<String> all = new ArrayList<>(List.of("kindred"));
    if (!path.equals(USUAL)) {
      all.addAll(List.of("--workspace", path.toString()));
    }
    all.addAll(List.of(words));
    return CommandWords.line(all);
  }

  /** The run with exactly this id. */
  public Optional<RunFolder> find(String id) {
    return Optional.of(new RunFolder(runs().resolve(id))).filter(RunFolder::exists);
  }

  /**
   * The run of a name: its id, its number, the beginning of its id if no other begins so, or what
   * it is called in a window, such as {@code weighted 8}.
   *
   * @throws BadInput if there is none or more than one
   */
  public RunFolder run(String name) {
    List<RunFolder> runs = all();
    for (RunFolder run : runs) {
      if (run.id().equals(name) || Integer.toString(RunNumbers.of(run.path())).equals(name)) {
        return run;
      }
    }
    String brief = name.replace('-', ' ');
    List<RunFolder> matches =
        runs.stream()
            .filter(run -> run.id().startsWith(name) || RunNames.brief(run.id()).equals(brief))
            .toList();
    if (matches.size() == 1) {
      return matches.get(0);
    }
    if (matches.isEmpty()) {
      throw new BadInput(
          "there is no run '%s' in %s; `%s` lists them".formatted(name, path, command("runs")));
    }
    throw new BadInput(
        "'"
            + name
            + "' could be any of "
            + matches.stream().map(RunFolder::id).collect(Collectors.joining(", ")));
  }

  /**
   * Deletes a run and everything in it.
   *
   * @throws BadInput if it is running
   */
  public void remove(RunFolder run) {
    if (run.state().actualStatus() == RunState.Status.RUNNING) {
      throw new BadInput(
          "run " + run.id() + " is running; stop it first: " + command("stop", run.id()));
    }
    delete(run.path());
  }

  /** Bytes of all files in a folder. */
  static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** Deletes a folder with everything in it. */
  static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a run that never began, unless another was made to build on it. */
  void discard(RunFolder run) {
    RunState state = run.state();
    boolean began = state.actualStatus() != RunState.Status.QUEUED || state.seconds() > 0;
    if (!began && all().stream().noneMatch(other -> other.buildsOn(run.id()))) {
      remove(run);
    }
  }
}
