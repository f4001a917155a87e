package kindred.gui.results.evaluation;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.picture.Pictures;
import kindred.gui.results.Choices;
import kindred.gui.results.FollowedView;
import kindred.gui.results.PictureGrid;
import kindred.gui.results.PictureSize;

/** Which classes are taken for which, and the images behind each number. */
public final class ConfusionView extends FollowedView<EvaluationResult> {
  private static final String EMPTY =
      "Which classes are taken for which. Evaluate an encoder to see its mistakes, and the images"
          + " behind them.";
  private static final String NOT_KEPT =
      "The images were not kept when this was measured. Evaluate again to look at them.";
  private static final String GONE = "The images' data set is no longer there.";

  private final Session session;
  private final ConfusionModel model = new ConfusionModel();
  private final Matrix matrix = new Matrix(model);
  private final PictureGrid images = new PictureGrid();
  private final Label title = new Label();
  private final Label remark = new Label();
  private Pictures pictures;

  public ConfusionView(Session session) {
    super(
        session,
        "Confusion",
        "fth-target",
        EMPTY,
        run -> EvaluationResult.read(session.workspace(), run));
    this.session = session;
    session.theme().darkProperty().addListener((property, before, now) -> matrix.setDark(now));
    matrix.setDark(session.theme().darkProperty().get());
    model.cellProperty().addListener((property, before, now) -> list());
    model.classifierProperty().addListener((property, before, now) -> list());
  }

  @Override
  protected Node content() {
    Choices<Classifier> classifiers =
        new Choices<>(
            List.of(Classifier.values()),
            model.classifierProperty(),
            Classifier::title,
            Classifier::help);
    Label how = new Label("Rows: true class. Columns: what it was taken for.");
    how.getStyleClass().addAll("quiet", "small");
    HBox bar = new HBox(16, classifiers, how);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("results-bar");
    title.getStyleClass().add("strong");
    title.setId("confusion-cell");
    title.setWrapText(true);
    remark.getStyleClass().add("quiet");
    remark.setWrapText(true);
    VBox behind = new VBox(8, title, remark, images);
    behind.setMinWidth(216);
    behind.setPrefWidth(216);
    VBox.setVgrow(images, Priority.ALWAYS);
    HBox both = new HBox(24, matrix, behind);
    HBox.setHgrow(matrix, Priority.SOMETIMES);
    HBox.setHgrow(behind, Priority.ALWAYS);
    matrix.setPrefSize(620, 620);
    matrix.setMaxWidth(820);
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox content = new VBox(8, bar, both);
    content.setPadding(new Insets(0));
    return content;
  }

  @Override
  protected void found(RunRow run, EvaluationResult result) {
    pictures = result.images() == null ? null : new Pictures(result.images(), session.background());
    model.show(result);
    matrix.draw();
    list();
  }

  private void list() {
    if (model.result() == null) {
      return;
    }
    int[] behind = model.images();
    int count =
        model.cellProperty().get().map(cell -> model.count(cell.row(), cell.column())).orElse(0);
    title.setText(model.words() + (model.words().isEmpty() ? "" : " · " + Words.count(count)));
    boolean kept = model.result().predictions() != null;
    remark.setText(!kept ? NOT_KEPT : pictures == null ? GONE : "");
    remark.setManaged(!remark.getText().isEmpty());
    if (pictures != null) {
      double side = PictureSize.side(pictures.set(), 56);
      images.show(pictures, Arrays.stream(behind).boxed().toList(), side);
    }
    images.setVisible(pictures != null);
  }
}
