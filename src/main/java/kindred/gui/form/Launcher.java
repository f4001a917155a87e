package kindred.gui.form;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.StageDraft;
import kindred.gui.core.Activity;
import kindred.gui.core.CopiedCommand;
import kindred.gui.core.Session;
import kindred.run.ComputeSettings;
import kindred.run.RunFolder;
import kindred.run.SpeedTest;
import kindred.run.Standing;

/**
 * What can be done with a form of a stage: fill it, see what it means, launch it, hand it on. For
 * the application thread; files and runs are made in the background.
 */
public final class Launcher {
  private final Session session;
  private final Form form;
  private final Inputs inputs;
  private final Proposals proposals;
  private final Forecasts forecasts;
  private final PeakMemory memory;
  private final ReadOnlyObjectWrapper<Forecast> forecast =
      new ReadOnlyObjectWrapper<>(Forecast.NONE);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper measurable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper offered = new ReadOnlyIntegerWrapper();

  // Kept, as the board's lists do not.
  private final InvalidationListener changes = new Soon(this::lookAgain);

  /**
   * @param kind of stage, as in an experiment file
   */
  public Launcher(Session session, String kind) {
    this.session = session;
    this.form = new Form(kind);
    this.inputs = new Inputs(session.board(), session.remembered(), form);
    this.forecasts = new Forecasts(session.board(), inputs);
    this.memory = new PeakMemory(session);
    form.objecting(inputs::objection);
    form.stageProperty().addListener((property, before, now) -> foresee());
    session.board().runs().addListener(changes);
    session.board().datasets().addListener(changes);
    proposals = new Proposals(form, inputs);
    lookAgain();
  }

  public Form form() {
    return form;
  }

  /** What can be chosen for a setting that names something of the workspace. */
  List<Offer> offers(Field field) {
    return inputs.offers(field);
  }

  /** What the stage will mean; nothing of it while there is no stage. */
  ReadOnlyObjectProperty<Forecast> forecastProperty() {
    return forecast.getReadOnlyProperty();
  }

  /** Whether a launch or a measurement is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  private void lookAgain() {
    proposals.propose();
    form.update();
    foresee();
    offered.set(offered.get() + 1);
  }

  /** Changes when there may be other things to choose from. */
  ReadOnlyIntegerProperty offersProperty() {
    return offered.getReadOnlyProperty();
  }

  /** Proposes what the workspace says of threads and precision, where the user said nothing. */
  void proposeComputing() {
    session.background().run(() -> ComputeSettings.of(session.workspace()), proposals::propose);
  }

  private void foresee() {
    Stage stage = form.stageProperty().get();
    Forecast outlook = stage == null ? Forecast.NONE : forecasts.of(stage);
    forecast.set(outlook.withMemory(memory.of(outlook.run(), this::foresee)));
    measurable.set(stage != null && canMeasure(stage));
  }

  /** Shows exactly these settings. */
  public void fill(Stage stage) {
    proposals.end();
    form.fill(stage);
  }

  void use(Preset preset) {
    Map<String, String> texts = new HashMap<>();
    for (Field field : form.fields()) {
      if (Preset.leaves(field) && field.appliesProperty().get()) {
        texts.put(field.path(), field.textProperty().get());
      }
    }
    texts.putAll(preset.values());
    form.show(texts);
  }

  /**
   * Queues the stage.
   *
   * @param launched told the new run's id
   */
  public void launch(Consumer<String> launched) {
    Stage stage = form.stageProperty().get();
    if (stage == null || busy.get()) {
      return;
    }
    busy.set(true);
    session
        .background()
        .run(() -> session.jobs().launch(stage), run -> launched(run, launched), this::failed);
  }

  private void launched(RunFolder run, Consumer<String> launched) {
    busy.set(false);
    session.board().refresh();
    launched.accept(run.id());
  }

  private void failed(Throwable why) {
    busy.set(false);
    session.notices().problem(why);
  }

  /** What to type in a terminal for the same; nothing while there is no stage. */
  public Optional<String> command() {
    return Optional.ofNullable(form.stageProperty().get())
        .map(stage -> CopiedCommand.of(session, stage));
  }

  /** Writes a file that {@code kindred run} carries out. */
  void save() {
    Stage stage = form.stageProperty().get();
    Optional<Path> chosen =
        session.choosers().save("Save as experiment file", stage.title() + ".json");
    chosen.ifPresent(
        file ->
            session
                .background()
                .run(
                    () -> {
                      Experiment experiment =
                          new Experiment(stage.title(), Map.of(form.kind(), stage));
                      AtomicFile.writeString(file, Json.pretty(experiment));
                      return file;
                    },
                    written ->
                        session.notices().done("Saved. Carry it out with: " + command(written))));
  }

  private String command(Path experiment) {
    return session.workspace().command("run", experiment.toString());
  }

  /** Fills the form from the first stage of its kind in an experiment file. */
  void load() {
    Optional<Path> chosen =
        session.choosers().file("Load experiment file", "Experiments", "*.json");
    chosen.ifPresent(file -> session.background().run(() -> stageOf(file), this::fill));
  }

  private Stage stageOf(Path file) {
    return Experiment.read(file).stages().values().stream()
        .filter(stage -> StageDraft.kind(stage).equals(form.kind()))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    file + " has no " + form.kind() + " stage; choose another experiment file"));
  }

  /** Whether a speed can be measured: of a training nobody knows, while nothing else computes. */
  ReadOnlyBooleanProperty measurableProperty() {
    return measurable.getReadOnlyProperty();
  }

  private boolean canMeasure(Stage stage) {
    return !busy.get()
        && Forecasts.trainingOf(stage) != null
        && forecast.get().seconds().isEmpty()
        && session.board().runs().stream().noneMatch(run -> run.standing() == Standing.RUNNING);
  }

  /** Measures the speed of a few steps in a worker. */
  void measure() {
    Stage stage = form.stageProperty().get();
    busy.set(true);
    measurable.set(false);
    Activity measuring =
        session
            .background()
            .start(
                "Measuring the speed of a few steps",
                activity ->
                    new SpeedTest(session.workspace()).imagesPerSecond(stage, activity::cancelled),
                speed -> {
                  speed.ifPresent(images -> forecasts.measured(stage, images));
                  foresee();
                },
                session.notices()::problem);
    measuring
        .doneProperty()
        .addListener(
            (property, before, now) -> {
              busy.set(false);
              foresee();
            });
  }
}
