package kindred.gui.results.neighbors;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import kindred.gui.results.CurveText;
import kindred.gui.results.CurveView;
import kindred.gui.results.Figure;
import kindred.gui.results.Following;
import kindred.gui.results.PictureSize;
import kindred.gui.results.Sight;

/**
 * How often neighbors are of the same class: by their rank, and against coverage if only the
 * closest pairs are kept; and which images are everybody's neighbor.
 */
public final class PurityView implements ResultView {
  private static final String EMPTY =
      "Purity is the share of neighbors of an image's own class. It is measured once neighbors are"
          + " found.";

  private final Session session;
  private final Figure nearest = new Figure("of nearest neighbors are of the same class");
  private final Figure covered = new Figure("of all images have a neighbor");
  private final Figure never = new Figure("of them are nobody's nearest");
  private final Label unlabeled = new Label("Without labels there is no purity to measure.");
  private final CurveView byRank;
  private final CurveView byShare;
  private final FlowPane hubs = new FlowPane(8, 8);
  private final Sight sight;
  private final Following<Measured> following;

  private record Measured(NeighborResult result, Purities purities) {}

  public PurityView(Session session) {
    this.session = session;
    byRank =
        new CurveView(
            session,
            new CurveText(
                "By number of neighbors",
                "neighbors k",
                "purity",
                false,
                "Of the first %1$s neighbors %2$s are of the same class."));
    byShare =
        new CurveView(
            session,
            new CurveText(
                "If only the closest pairs are kept",
                "coverage",
                "purity",
                true,
                "Keeping the closest pairs of %1$s of the images, %2$s are of the same class."));
    sight = new Sight(content(), "fth-pie-chart", EMPTY);
    following =
        new Following<>(
            session,
            run -> {
              NeighborResult result = NeighborResult.read(session.workspace(), run);
              return result == null ? null : new Measured(result, Purities.of(result));
            },
            this::found,
            why -> sight.say(why.isEmpty() ? EMPTY : why));
  }

  private Node content() {
    HBox figures = new HBox(24, nearest, covered, never, unlabeled);
    unlabeled.managedProperty().bind(unlabeled.visibleProperty());
    nearest.managedProperty().bind(nearest.visibleProperty());
    unlabeled.getStyleClass().add("quiet");
    figures.setAlignment(Pos.CENTER_LEFT);
    HBox curves = new HBox(24, byRank, byShare);
    HBox.setHgrow(byRank, Priority.ALWAYS);
    HBox.setHgrow(byShare, Priority.ALWAYS);
    byRank.setPrefWidth(300);
    byShare.setPrefWidth(300);
    VBox.setVgrow(curves, Priority.ALWAYS);
    Label title = new Label("Nearest for the most others");
    title.getStyleClass().add("strong");
    VBox content = new VBox(16, figures, curves, new VBox(8, title, hubs));
    content.setPadding(new javafx.geometry.Insets(16, 0, 0, 0));
    return content;
  }

  private void found(RunRow run, Measured now) {
    Purities purities = now.purities();
    boolean labeled = !purities.byRank().isEmpty();
    nearest.setVisible(labeled);
    unlabeled.setVisible(!labeled);
    nearest.show(labeled ? Words.percent(purities.byRank().y()[0]) : "");
    covered.show(Words.percent(purities.covered()));
    never.show(Words.percent(purities.never()));
    byRank.show(purities.byRank());
    byShare.show(purities.byShare());
    hubs.getChildren().clear();
    Pictures pictures = new Pictures(now.result().images(), session.background());
    double side = PictureSize.side(now.result().images(), 56);
    for (int i = 0; i < purities.hubs().size(); i++) {
      Picture picture = new Picture(side);
      picture.show(pictures, purities.hubs().get(i));
      Label times = new Label("×" + Words.count(purities.chosen()[i]));
      times.getStyleClass().addAll("quiet", "small");
      VBox hub = new VBox(2, picture, times);
      hub.setAlignment(Pos.TOP_CENTER);
      hubs.getChildren().add(hub);
    }
    sight.reveal();
  }

  @Override
  public String title() {
    return "Purity";
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
