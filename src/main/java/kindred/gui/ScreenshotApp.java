package kindred.gui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import kindred.experiment.Experiment;
import kindred.gui.core.Board;
import kindred.gui.core.Place;
import kindred.gui.core.Theme;
import kindred.gui.picture.PixelImages;
import kindred.run.Standing;

/**
 * Takes a picture of every panel, light and dark, small and large, on a workspace with real runs; a
 * workspace without any first gets those of the sample experiment.
 */
public final class ScreenshotApp extends WatchedApp {
  /** What the program was asked. */
  record Request(Path workspace, Path folder, Consumer<String> progress) {}

  /** A size of the window. */
  private record Size(int width, int height) {}

  private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));
  private static final long LOOK_MILLIS = 100;
  private static final int CALM_LOOKS = 8;
  private static final int MOST_LOOKS = 100;

  /** Set before the start; JavaFX makes this class itself. */
  static Request request;

  /** Ends with the last picture, or with what went wrong. */
  static CompletableFuture<Void> end;

  /** Made by JavaFX. */
  public ScreenshotApp() {
    super(request.workspace());
  }

  @Override
  void begin() {
    workbench().show();
    watch();
  }

  @Override
  void work() throws Exception {
    Files.createDirectories(request.folder());
    calm();
    if (onWindowThread(() -> workbench().session().board().runs().isEmpty())) {
      request.progress().accept("no run yet: the sample experiment comes first");
      workbench().session().jobs().launch(Experiment.sample());
      workbench().session().board().refresh();
      awaitRuns();
    }
    for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      for (Size size : SIZES) {
        for (Place place : Place.values()) {
          take(theme, size, place);
          if (place == Place.NEIGHBORS || place == Place.LATENT) {
            takeTabs(theme, size, place);
          }
        }
      }
    }
  }

  @Override
  void ended(Throwable wrong) {
    if (wrong == null) {
      end.complete(null);
    } else {
      end.completeExceptionally(wrong);
    }
  }

  private void awaitRuns() throws Exception {
    Board board = workbench().session().board();
    do {
      Thread.sleep(1000);
    } while (onWindowThread(
        () ->
            board.runs().isEmpty()
                || board.runs().stream()
                    .anyMatch(
                        run ->
                            run.standing() == Standing.QUEUED
                                || run.standing() == Standing.RUNNING)));
  }

  private void take(Theme.Choice theme, Size size, Place place) throws Exception {
    onWindowThread(
        () -> {
          workbench().session().theme().choose(theme);
          stage().setWidth(size.width());
          stage().setHeight(size.height());
          workbench().shell().open(place);
        });
    snapshot(place.name(), theme, size);
  }

  /** The other ways of seeing what the panel's run made; the first is in front again after them. */
  private void takeTabs(Theme.Choice theme, Size size, Place place) throws Exception {
    TabPane tabs =
        onWindowThread(() -> (TabPane) stage().getScene().getRoot().lookup(".result-tabs"));
    int count = tabs == null ? 0 : onWindowThread(() -> tabs.getTabs().size());
    for (int tab = count - 1; tab >= 0; tab--) {
      int shown = tab;
      String title =
          onWindowThread(
              () -> {
                tabs.getSelectionModel().select(shown);
                return tabs.getTabs().get(shown).getText();
              });
      if (tab > 0) {
        snapshot(place.name() + "-" + title, theme, size);
      }
    }
  }

  private void snapshot(String what, Theme.Choice theme, Size size) throws Exception {
    calm();
    WritableImage image = onWindowThread(() -> stage().getScene().snapshot(null));
    String name =
        String.format(
            Locale.ROOT,
            "%s-%s-%dx%d.png",
            what.toLowerCase(Locale.ROOT),
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
      calm = onWindowThread(() -> workbench().idle()) ? calm + 1 : 0;
    }
  }
}
