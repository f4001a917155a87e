package kindred.gui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.experiment.Stage;
import kindred.gui.core.Navigator;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.StagePanel;

/** The window's frame: the rail, the panel one is at, and the bar. */
public final class Shell implements Navigator {
  private static final String LAST_PLACE = "place";

  private final Session session;
  private final Function<Place, Panel> maker;
  private final Map<Place, Panel> panels = new EnumMap<>(Place.class);
  private final BorderPane view = new BorderPane();
  private final Rail rail = new Rail(this::open);
  private final Label title = new Label();
  private final Label purpose = new Label();
  private final BorderPane middle = new BorderPane();
  private Place place;

  /**
   * @param maker makes the panel of a place, when it is visited first
   * @param bar what stands below everything
   * @param tools what stands at the right of the header
   */
  public Shell(Session session, Function<Place, Panel> maker, Node bar, Node tools) {
    this.session = session;
    this.maker = maker;
    title.getStyleClass().add("title-text");
    purpose.getStyleClass().add("quiet");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(new VBox(2, title, purpose), space, tools);
    header.getStyleClass().add("header");
    middle.setTop(header);
    view.setLeft(rail.view());
    view.setCenter(middle);
    view.setBottom(bar);
    RailMarks.keep(rail, session.board());
  }

  /** The whole window's content. */
  public BorderPane view() {
    return view;
  }

  /** Where the user is. */
  public Place place() {
    return place;
  }

  /** Goes where the user was last. */
  public void openLast() {
    Remembered remembered = session.remembered();
    open(Place.valueOf(remembered.text(LAST_PLACE, Place.DATA.name())));
  }

  @Override
  public void open(Place where) {
    Panel panel = panel(where);
    if (where != place) {
      place = where;
      title.setText(where.title());
      purpose.setText(where.purpose());
      middle.setCenter(panel.view());
      rail.select(where);
      session.remembered().put(LAST_PLACE, where.name());
    }
    panel.shown();
  }

  private Panel panel(Place where) {
    return panels.computeIfAbsent(where, maker);
  }

  @Override
  public void openRun(String run) {
    Optional<RunRow> row = session.board().run(run);
    row.flatMap(RunRow::stage)
        .ifPresent(
            stage -> {
              Place where = placeOf(stage);
              open(where);
              ((StagePanel) panel(where)).choose(row.get());
            });
  }

  @Override
  public void fill(Stage stage) {
    Place where = placeOf(stage);
    open(where);
    ((StagePanel) panel(where)).fill(stage);
  }

  /** Where the stages of a kind are at home. */
  static Place placeOf(Stage stage) {
    if (stage instanceof Stage.Latent) {
      return Place.LATENT;
    } else if (stage instanceof Stage.Neighbors) {
      return Place.NEIGHBORS;
    } else if (stage instanceof Stage.Byol) {
      return Place.BYOL;
    }
    return Place.EVALUATION;
  }
}
