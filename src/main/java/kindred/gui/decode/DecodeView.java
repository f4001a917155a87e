package kindred.gui.decode;

import java.nio.file.Files;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.data.ImageSet;
import kindred.experiment.LatentMethod;
import kindred.experiment.LatentStage;
import kindred.gui.core.Answered;
import kindred.gui.core.EmptyState;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.picture.ImageChooser;
import kindred.gui.picture.Pictures;
import kindred.gui.results.Choices;
import kindred.gui.results.Following;
import kindred.gui.results.Sight;
import kindred.run.Artifacts;
import kindred.run.LiveProcess;
import kindred.run.LiveProcesses;
import kindred.run.LiveRequest;
import kindred.run.RunFolder;

/**
 * What lies where in a latent space: vectors that a person moves, along its strongest directions or
 * from one image to another, decoded as they move. The decoder runs in a process of its own.
 */
public final class DecodeView implements ResultView {
  private static final String EMPTY =
      "A decoder makes a picture of any vector. Once a latent space is learned, move through it"
          + " here and see what lies where.";

  private final Session session;
  private final LiveProcesses live;
  private final DirectionsModel directions = new DirectionsModel();
  private final PathModel path = new PathModel();
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.DIRECTIONS);
  private final StackPane room = new StackPane();
  private final Sight sight;
  private final Following<ImageSet> following;
  private DirectionsView directionsView;
  private PathView pathView;
  private RunRow loaded;
  private boolean entered;

  /** The two ways to move. */
  private enum Mode {
    DIRECTIONS("Directions", "Move one vector along the directions in which all vary most"),
    PATH("Path", "Go from one image's vector to another's");

    private final String title;
    private final String help;

    Mode(String title, String help) {
      this.title = title;
      this.help = help;
    }
  }

  public DecodeView(Session session, LiveProcesses live) {
    this.session = session;
    this.live = live;
    Choices<Mode> modes =
        new Choices<>(List.of(Mode.values()), mode, one -> one.title, one -> one.help);
    modes.setId("decode-modes");
    HBox bar = new HBox(16, modes);
    bar.getStyleClass().add("results-bar");
    BorderPane content = new BorderPane(room);
    content.setTop(bar);
    content.getStyleClass().add("decode");
    sight = new Sight(content, "fth-sliders", EMPTY);
    following =
        new Following<>(
            session, this::read, this::found, why -> nothing(why.isEmpty() ? EMPTY : why));
    mode.addListener((property, before, now) -> front());
  }

  private ImageSet read(RunFolder run) {
    boolean there =
        Files.exists(Artifacts.of(run, Artifacts.DECODER))
            && Files.exists(Artifacts.of(run, Artifacts.EMBEDDINGS));
    return there && run.stage() instanceof LatentStage latent
        ? session.workspace().images(latent.data())
        : null;
  }

  private void nothing(String why) {
    loaded = null;
    sight.say(why);
  }

  private void found(RunRow run, ImageSet images) {
    if (run != loaded) {
      loaded = run;
      load(run, images);
    }
  }

  private void load(RunRow run, ImageSet images) {
    entered = false;
    sight.reveal();
    Label words = new Label("Loading the decoder of " + run.name());
    words.getStyleClass().add("quiet");
    VBox wait = new VBox(16, new ProgressIndicator(), words);
    wait.getStyleClass().add("empty-state");
    room.getChildren().setAll(wait);
    LiveProcess process = live.of(run.folder());
    Answered.tell(
        process.ask(new LiveRequest.Principal(DirectionsModel.MOST)),
        session.notices(),
        found -> {
          if (run == loaded) {
            enter(
                new Subject(
                    run.id(),
                    process,
                    session.notices(),
                    new Axes(found),
                    new Pictures(images, session.background()),
                    isNormal(run)));
          }
        },
        why -> {
          if (run == loaded) {
            room.getChildren()
                .setAll(
                    new EmptyState(
                        "fth-alert-triangle", why, "Try again", () -> load(run, images)));
          }
        });
  }

  private static boolean isNormal(RunRow run) {
    return run.stage().orElse(null) instanceof LatentStage latent
        && latent.method() == LatentMethod.VAE;
  }

  private void enter(Subject subject) {
    if (directionsView == null) {
      ImageChooser chooser = new ImageChooser();
      directionsView = new DirectionsView(directions, chooser);
      pathView = new PathView(session, path, chooser);
    }
    directionsView.enter(subject);
    directions.enter(subject);
    path.enter(subject);
    pathView.enter(subject);
    entered = true;
    front();
  }

  private void front() {
    if (entered) {
      room.getChildren()
          .setAll(mode.get() == Mode.DIRECTIONS ? directionsView.view() : pathView.view());
    }
  }

  @Override
  public String title() {
    return "Decode";
  }

  @Override
  public Node view() {
    return sight;
  }

  @Override
  public void show(RunRow run) {
    following.follow(run);
  }
}
