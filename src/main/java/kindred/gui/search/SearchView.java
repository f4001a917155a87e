package kindred.gui.search;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.EmptyState;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.results.Choices;
import kindred.gui.results.SightView;
import kindred.run.LiveProcesses;

/**
 * What a latent space takes for similar to one image, of the data set or from anywhere: drop it,
 * paste it, open it or pick it, and its nearest images appear.
 */
public final class SearchView extends SightView {
  private static final String NO_SPACE =
      "Search finds the nearest images in a latent space that is learned. Finish a latent or BYOL"
          + " run first.";
  private static final String INVITATION =
      "Drop an image here, or open, paste or pick one. Its nearest images in the latent space"
          + " appear, whether it is of the data set or not.";

  private final SearchModel model;
  private final Taking taking;
  private final HitGrid hits;
  private final BorderPane content = new BorderPane();
  private final StackPane room = new StackPane();
  private final Label summary = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();

  // Kept, as the board's list does not.
  private final InvalidationListener changes = changed -> look();
  private RunRow shown;

  public SearchView(Session session, LiveProcesses live) {
    super("Search", "fth-search", NO_SPACE);
    model = new SearchModel(session, live);
    taking = new Taking(session, this::ask, model::say);
    hits = new HitGrid(model::ask);
    sight.getStyleClass().add("search");
    sight.setId("search");
    taking.accept(sight);
    model.hits().addListener((InvalidationListener) changed -> draw());
    model.problemProperty().addListener((property, before, now) -> draw());
    model.queryProperty().addListener((property, before, now) -> draw());
    session.board().runs().addListener(changes);
  }

  /** Builds what is seen when it is seen for the first time. */
  private void reveal() {
    if (content.getCenter() == null) {
      build();
      draw();
    }
    sight.reveal();
  }

  private void build() {
    QueryColumn query = new QueryColumn(model, taking);
    summary.getStyleClass().add("quiet");
    summary.textProperty().bind(model.summaryProperty());
    summary.setWrapText(true);
    busy.setMaxSize(24, 24);
    busy.visibleProperty().bind(model.busyProperty());
    HBox said = new HBox(8, summary, busy);
    said.setAlignment(Pos.CENTER_LEFT);
    said.setMinHeight(24);
    VBox.setVgrow(room, Priority.ALWAYS);
    VBox right = new VBox(8, said, room);
    HBox.setHgrow(right, Priority.ALWAYS);
    content.setCenter(new HBox(8, query, right));
    content.setTop(bar());
  }

  private Node bar() {
    ComboBox<RunRow> spaces = new ComboBox<>(model.spaces());
    spaces.setId("search-space");
    spaces.setAccessibleText("Latent space that is searched in");
    spaces.setPrefWidth(208);
    spaces.valueProperty().bindBidirectional(model.spaceProperty());
    Label in = new Label("In");
    in.setLabelFor(spaces);
    Choices<Distance> distances =
        new Choices<>(
            List.of(Distance.values()), model.distanceProperty(), Distance::title, Distance::help);
    Choices<Integer> counts =
        new Choices<>(
            List.of(10, 20, 50),
            model.countProperty(),
            String::valueOf,
            count -> "The nearest " + count + " images");
    HBox where = new HBox(8, in, spaces);
    where.setAlignment(Pos.CENTER_LEFT);
    FlowPane bar = new FlowPane(16, 8, where, distances, counts);
    bar.getStyleClass().add("results-bar");
    return bar;
  }

  private void draw() {
    boolean none = model.hits().isEmpty();
    String problem = model.problemProperty().get();
    if (!problem.isEmpty()) {
      room.getChildren().setAll(new EmptyState("fth-alert-triangle", problem, null, () -> {}));
    } else if (!none) {
      hits.show(model.picturesProperty().get(), List.copyOf(model.hits()));
      room.getChildren().setAll(hits);
    } else if (model.queryProperty().get() == null) {
      room.getChildren().setAll(new EmptyState("fth-image", INVITATION, null, () -> {}));
    } else {
      room.getChildren().clear();
    }
  }

  /** Runs came, ended or went. */
  private void look() {
    if (sight.getScene() != null || shown != null) {
      model.findSpaces();
      if (!model.spaces().isEmpty()) {
        reveal();
      }
    }
  }

  private void ask(Query wanted) {
    bringToFront();
    model.ask(wanted);
  }

  /**
   * Lets images be dropped on another node as well, such as the whole panel; this view then comes
   * to the front.
   */
  public void accept(Node node) {
    taking.accept(node);
  }

  @Override
  protected Node content() {
    return content;
  }

  @Override
  public void show(RunRow run) {
    shown = run;
    if (run != null) {
      model.enter(run);
    }
    if (model.spaces().isEmpty()) {
      sight.say(NO_SPACE);
    } else {
      reveal();
    }
  }
}
