package kindred.gui.results.byol;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.data.ImageSet;
import kindred.experiment.ByolStage;
import kindred.experiment.ByolWay;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.picture.Pictures;
import kindred.gui.results.EpochSlider;
import kindred.gui.results.Figure;
import kindred.gui.results.FollowedView;
import kindred.gui.results.PictureSize;
import kindred.gui.results.byol.PositivesFile.EpochPairs;
import kindred.run.Artifacts;
import kindred.run.RunFolder;

/**
 * The positives that BYOL is trained with: some pairs of an epoch as the training drew them, with
 * purity and coverage of all. Of a training that goes on, those of the current epoch.
 */
public final class PositivesView extends FollowedView<PositivesView.Positives> {
  private static final String EMPTY =
      "Pairs of an image and the neighbor that stands in for its second view. They come with the"
          + " first epoch of a probabilistic or weighted training.";
  private static final String BASELINE =
      "In the baseline an image is its own positive, seen in two augmentations. Train"
          + " probabilistic or weighted to see neighbors here.";
  private static final String NO_PAIRS =
      "No image has a positive other than itself in this epoch. Looser filters, or the first"
          + " refresh of the neighbors, bring some.";

  private final Session session;
  private final PositivesModel model = new PositivesModel();
  private final Figure purity = new Figure("of positives are of the same class");
  private final Figure coverage = new Figure("of training images have one");
  private final FlowPane strip = new FlowPane(16, 16);
  private final Label words = new Label();
  private Pictures pictures;
  private RunRow shown;

  /** What is read of a run. */
  record Positives(ImageSet images, List<EpochPairs> epochs) {}

  public PositivesView(Session session) {
    super(session, "Positives", "fth-layers", EMPTY, run -> read(session, run));
    this.session = session;
    model.shownProperty().addListener((property, before, now) -> draw(now));
  }

  private static Positives read(Session session, RunFolder run) throws java.io.IOException {
    List<EpochPairs> epochs = PositivesFile.read(Artifacts.of(run, Artifacts.POSITIVES));
    return epochs.isEmpty() || !(run.stage() instanceof ByolStage byol)
        ? null
        : new Positives(session.workspace().images(byol.data()), epochs);
  }

  @Override
  protected Node content() {
    Slider slider = EpochSlider.of(model.indexProperty(), model.countProperty());
    Label epoch = new Label();
    epoch
        .textProperty()
        .bind(
            model
                .shownProperty()
                .map(now -> now.map(pairs -> "epoch " + pairs.epoch()).orElse("")));
    HBox bar = new HBox(16, slider, epoch);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("results-bar");
    HBox figures = new HBox(24, purity, coverage);
    purity.managedProperty().bind(purity.visibleProperty());
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    strip.setPadding(new Insets(4));
    ScrollPane scroll = new ScrollPane(strip);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(16, bar, figures, words, scroll);
  }

  @Override
  protected void found(RunRow run, Positives now) {
    if (pictures == null || run != shown) {
      pictures = new Pictures(now.images(), session.background());
    }
    model.show(now.epochs(), run != shown);
    shown = run;
  }

  private void draw(Optional<EpochPairs> now) {
    strip.getChildren().clear();
    now.ifPresent(
        epoch -> {
          double side = PictureSize.side(pictures.set(), 56);
          epoch
              .pairs()
              .forEach(pair -> strip.getChildren().add(new PairCard(pictures, side, pair)));
          purity.setVisible(!Double.isNaN(epoch.purity()));
          purity.show(Words.percent(epoch.purity()));
          coverage.show(Words.percent(epoch.coverage()));
          words.setText(
              epoch.pairs().isEmpty()
                  ? NO_PAIRS
                  : "The first "
                      + Words.count(epoch.pairs().size(), "pair", "pairs")
                      + " as this epoch draws them: left the image, right its positive.");
        });
  }

  @Override
  protected String sentence(RunRow run) {
    boolean baseline =
        run != null
            && run.stage().orElse(null) instanceof ByolStage byol
            && byol.way() == ByolWay.BASELINE;
    return baseline ? BASELINE : EMPTY;
  }
}
