package kindred.gui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import kindred.gui.core.Place;
import kindred.gui.core.Theme;
import kindred.gui.picture.PixelImages;
import kindred.gui.shell.Shell;
import kindred.run.RunFolder;
import kindred.run.Workspace;

/**
 * Takes a picture of every panel and each of its views, light and dark, small and large; then of
 * the states that a user brings them into, of a run at work, and of an empty workspace. It does so
 * in a copy of a workspace, which is the caller's to remove; where that has no run, those of the
 * sample experiment come first.
 */
public final class ScreenshotApp extends WatchedApp {
  /**
   * What the program was asked.
   *
   * @param workspace that may be changed
   * @param empty another without anything in it
   */
  record Request(Path workspace, Path empty, Path folder, Consumer<String> progress) {}

  /** A size of the window. */
  private record Size(int width, int height) {}

  private static final Size SMALL = new Size(1280, 800);
  private static final List<Size> SIZES = List.of(SMALL, new Size(1920, 1080));
  private static final List<Theme.Choice> THEMES = List.of(Theme.Choice.LIGHT, Theme.Choice.DARK);
  private static final long LOOK_MILLIS = 100;
  private static final int CALM_LOOKS = 8;
  private static final int MOST_LOOKS = 100;
  private static final long WORK_MILLIS = 15_000;

  /** Set before the start; JavaFX makes this class itself. */
  static Request request;

  /** Ends with the last picture, or with what went wrong. */
  static CompletableFuture<Void> end;

  private final WindowHand hand = new WindowHand();
  private PicturedRuns runs;
  private Workbench seen;
  private Stage frame;

  /** Made by JavaFX. */
  public ScreenshotApp() {
    super(request.workspace());
  }

  @Override
  void begin() {
    seen = workbench();
    runs = new PicturedRuns(seen.session());
    frame = stage();
    seen.show();
    watch();
  }

  @Override
  void work() throws Exception {
    Files.createDirectories(request.folder());
    calm();
    runs.make(request.progress());
    for (Theme.Choice theme : THEMES) {
      for (Size size : SIZES) {
        for (Place place : Place.values()) {
          takeViews(theme, size, place);
        }
      }
    }
    for (Theme.Choice theme : THEMES) {
      for (WindowState state : WindowState.ALL) {
        try {
          take(theme, state);
        } catch (IllegalStateException e) {
          request.progress().accept("cannot show " + state.name() + ": " + reason(e));
        }
      }
    }
    takeAtWork();
    takeEmpty();
  }

  @Override
  void ended(Throwable wrong) {
    if (wrong == null) {
      end.complete(null);
    } else {
      end.completeExceptionally(wrong);
    }
  }

  private void dress(Theme.Choice theme, Size size) throws Exception {
    onWindowThread(
        () -> {
          seen.session().theme().choose(theme);
          frame.setWidth(size.width());
          frame.setHeight(size.height());
        });
  }

  /** A panel with each of its views in front, the first one last so that it stays. */
  private void takeViews(Theme.Choice theme, Size size, Place place) throws Exception {
    dress(theme, size);
    List<String> views = Shell.viewsOf(place);
    for (int view = views.size() - 1; view > 0; view--) {
      String title = views.get(view);
      onWindowThread(() -> seen.shell().open(place, title));
      snapshot(place.name() + "-" + title, theme, size);
    }
    onWindowThread(
        () -> {
          if (views.isEmpty()) {
            seen.shell().open(place);
          } else {
            seen.shell().open(place, views.get(0));
          }
        });
    snapshot(place.name(), theme, size);
  }

  private static String reason(Throwable e) {
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return String.valueOf(first.getMessage());
  }

  private void take(Theme.Choice theme, WindowState state) throws Exception {
    dress(theme, SMALL);
    onWindowThread(
        () -> {
          if (state.view() == null) {
            seen.shell().open(state.place());
          } else {
            seen.shell().open(state.place(), state.view());
          }
        });
    calm();
    if (state.needs() != null && !hand.sees(state.needs())) {
      request.progress().accept("nothing to show for " + state.name());
      return;
    }
    state.enter().go(hand, this::calm);
    if (state.own()) {
      calm();
      write(onWindowThread(WindowPicture::inFront), state.name(), theme, SMALL);
    } else {
      snapshot(state.name(), theme, SMALL);
    }
    state.leave().go(hand, this::calm);
    calm();
  }

  /** Some run at work, another that waits, and what closing the window then asks. */
  private void takeAtWork() throws Exception {
    Optional<kindred.experiment.Stage> last = runs.latest(Place.BYOL);
    if (last.isEmpty()) {
      request.progress().accept("nothing to show for a run at work");
      return;
    }
    RunFolder first = runs.launch(last.get());
    runs.launch(last.get());
    onWindowThread(
        () -> {
          seen.session().board().refresh();
          seen.shell().open(Place.BYOL, Shell.viewsOf(Place.BYOL).get(0));
        });
    Thread.sleep(WORK_MILLIS);
    onWindowThread(() -> seen.shell().openRun(first.id()));
    for (Theme.Choice theme : THEMES) {
      dress(theme, SMALL);
      snapshot("working", theme, SMALL);
      hand.press("#bar-queue");
      snapshot("queue", theme, SMALL);
      hand.press("#bar-queue");
      Platform.runLater(() -> seen.leave(() -> {}));
      snapshot("closing", theme, SMALL);
      hand.press(".dialog-pane", "Cancel");
    }
    runs.stopAll();
  }

  /** Every panel of a workspace in which nothing has happened. */
  private void takeEmpty() throws Exception {
    Workspace empty = Workspace.open(request.empty());
    Workbench before = seen;
    onWindowThread(
        () -> {
          frame = new Stage();
          seen = another(frame, empty);
          seen.show();
        });
    calm();
    for (Theme.Choice theme : THEMES) {
      for (Place place : Place.values()) {
        dress(theme, SMALL);
        onWindowThread(() -> seen.shell().open(place));
        snapshot("empty-" + place.name(), theme, SMALL);
      }
    }
    onWindowThread(
        () -> {
          seen.close();
          frame.hide();
          seen = before;
          frame = stage();
        });
  }

  private void snapshot(String what, Theme.Choice theme, Size size) throws Exception {
    calm();
    write(onWindowThread(() -> WindowPicture.withAllBefore(frame, stage())), what, theme, size);
  }

  private void write(WritableImage image, String what, Theme.Choice theme, Size size) {
    String name =
        String.format(
            Locale.ROOT,
            "%s-%s-%dx%d.png",
            what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
            theme.name().toLowerCase(Locale.ROOT),
            size.width(),
            size.height());
    PixelImages.write(image, request.folder().resolve(name));
    request.progress().accept(name);
  }

  /** Waits until nothing has been under way for a while. */
  private void calm() throws Exception {
    int calm = 0;
    for (int look = 0; look < MOST_LOOKS && calm < CALM_LOOKS; look++) {
      Thread.sleep(LOOK_MILLIS);
      calm = onWindowThread(() -> seen.idle()) ? calm + 1 : 0;
    }
  }
}
