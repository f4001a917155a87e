package kindred.gui.results.latent;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.results.Choices;
import kindred.gui.results.EpochSlider;
import kindred.gui.results.FollowedView;
import kindred.run.Artifacts;

/**
 * What a latent space's decoder has learned, epoch by epoch: reconstructions beside the images, the
 * ways between two images, and draws from the prior. Of a training that goes on, the newest.
 */
public final class ReconstructionsView extends FollowedView<SheetFolder> {
  private static final String EMPTY =
      "Pictures come with the first epoch of a latent space: each image beside what its vector"
          + " gives back.";

  private final Session session;
  private final SheetsModel model = new SheetsModel();
  private final IntegerBinding count = Bindings.size(model.epochs());
  private final ImageView picture = new ImageView();
  private final ScrollPane scroll = new ScrollPane();
  private final Label epoch = new Label();
  private RunRow shown;

  public ReconstructionsView(Session session) {
    super(
        session,
        "Pictures",
        "fth-image",
        EMPTY,
        run -> SheetFolder.read(Artifacts.of(run, Artifacts.SHEETS)));
    this.session = session;
    model.fileProperty().addListener((property, before, now) -> load());
  }

  @Override
  protected Node content() {
    Choices<SheetKind> kinds =
        new Choices<>(model.kinds(), model.kindProperty(), SheetKind::title, SheetKind::caption);
    Slider slider = EpochSlider.of(model.indexProperty(), count);
    epoch.setMinWidth(72);
    Label caption = new Label();
    caption.getStyleClass().add("quiet");
    caption.textProperty().bind(model.kindProperty().map(SheetKind::caption));
    HBox bar = new HBox(16, kinds, slider, epoch);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("results-bar");
    picture.setPreserveRatio(true);
    picture.setSmooth(false);
    StackPane middle = new StackPane(picture);
    scroll.setContent(middle);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setPannable(true);
    scroll.viewportBoundsProperty().addListener((property, before, now) -> fit());
    BorderPane content = new BorderPane(scroll);
    content.setTop(bar);
    content.setBottom(caption);
    return content;
  }

  @Override
  protected void found(RunRow run, SheetFolder folder) {
    model.show(folder, run != shown);
    shown = run;
    load();
  }

  private void load() {
    Optional<Path> file = model.fileProperty().get();
    epoch.setText(model.epoch().map(number -> "epoch " + number).orElse(""));
    file.ifPresent(
        path ->
            session
                .background()
                .run(() -> Optional.ofNullable(SheetImage.read(path)), it -> put(path, it)));
  }

  private void put(Path path, Optional<Image> image) {
    if (model.fileProperty().get().filter(path::equals).isPresent() && image.isPresent()) {
      picture.setImage(image.get());
      picture.setAccessibleText(
          model.kindProperty().get().title()
              + ", "
              + epoch.getText()
              + ". "
              + model.kindProperty().get().caption());
      fit();
    }
  }

  /** The largest whole factor that fits into the width; a sheet that is wider is scrolled. */
  private void fit() {
    Image image = picture.getImage();
    if (image != null) {
      double room = scroll.getViewportBounds().getWidth();
      picture.setFitWidth(image.getWidth() * Math.max(1, Math.floor(room / image.getWidth())));
    }
  }
}
