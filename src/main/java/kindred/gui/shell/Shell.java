package kindred.gui.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.gui.core.Navigator;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.StagePanel;
import kindred.gui.core.Theme;
import kindred.gui.core.Turns;
import kindred.gui.guide.GuideWindow;
import org.controlsfx.control.PopOver;

/** The window's frame: the rail, the panel one is at, and the bar. */
public final class Shell implements Navigator {
  private static final String LAST_PLACE = "place";
  private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+K");
  private static final KeyCombination THEME = KeyCombination.valueOf("Shortcut+Shift+L");

  private final Session session;
  private final Function<Place, Panel> maker;
  private final Map<Place, Panel> panels = new EnumMap<>(Place.class);
  private final StackPane view = new StackPane();
  private final Rail rail = new Rail(this::open);
  private final Label title = new Label();
  private final Label purpose = new Label();
  private final BorderPane middle = new BorderPane();
  private final Palette palette;
  private final Tour tour = new Tour(rail);
  private final Welcome welcome;
  private final HeaderTools tools;
  private final GuideWindow guide;
  private final PopOver keys = new PopOver(Shortcuts.table());
  private Place place;

  /**
   * @param maker makes the panel of a place, when it is visited first
   * @param bar what stands below everything
   * @param switchTo opens another workspace in place of this one
   */
  public Shell(Session session, Function<Place, Panel> maker, Node bar, Consumer<Path> switchTo) {
    this.session = session;
    this.maker = maker;
    this.palette = new Palette(() -> Commands.of(session, this));
    this.welcome = new Welcome(session, this, this::tour);
    this.tools =
        new HeaderTools(session, switchTo, palette::show, this::guide, this::tour, this::shortcuts);
    this.guide = new GuideWindow(session);
    title.getStyleClass().add("title-text");
    purpose.getStyleClass().add("quiet");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    tools.setMinWidth(Region.USE_PREF_SIZE);
    HBox header = new HBox(new VBox(2, title, purpose), space, tools);
    header.getStyleClass().add("header");
    VBox.setMargin(welcome, new Insets(0, 24, 16, 24));
    middle.setTop(new VBox(header, welcome));
    BorderPane frame = new BorderPane(middle);
    frame.setLeft(rail.view());
    frame.setBottom(bar);
    frame.setMinSize(0, 0); // else a panel too high for the window moves header and bar out of it
    view.getChildren().addAll(frame, palette.view());
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    keys.setTitle("Keyboard shortcuts");
    keys.setAnimated(false);
    keys.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    RailMarks.keep(rail, session.board());
  }

  private void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (FIND.match(event)) {
      palette.show();
    } else if (THEME.match(event)) {
      boolean dark = session.theme().darkProperty().get();
      session.theme().choose(dark ? Theme.Choice.LIGHT : Theme.Choice.DARK);
    } else if (event.getCode() == KeyCode.F1) {
      guide();
    } else if (event.getCode() == KeyCode.F5) {
      session.board().refresh();
    } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
      int number = Integer.parseInt(event.getCode().getChar());
      List<Place> places = List.of(Place.values());
      if (number >= 1 && number <= places.size()) {
        open(places.get(number - 1));
      }
    } else if (!typing && !palette.showing() && "?".equals(event.getText())) {
      shortcuts();
    } else {
      return;
    }
    event.consume();
  }

  /** Shows the guide, at the section of where the user is. */
  void guide() {
    guide.show(view.getScene().getWindow(), place.title());
  }

  /** Walks through the rail. */
  void tour() {
    tour.start();
  }

  /** Shows the keys. */
  void shortcuts() {
    keys.show(tools);
  }

  void runSample() {
    welcome.runSample();
  }

  void chooseWorkspace() {
    tools.chooseOther();
  }

  /** The whole window's content. */
  public StackPane view() {
    return view;
  }

  /** Where the user is. */
  public Place place() {
    return place;
  }

  /** Goes where the user was last. */
  public void openLast() {
    Remembered remembered = session.remembered();
    open(remembered.choice(LAST_PLACE, Place.DATA));
  }

  @Override
  public void open(Place where) {
    boolean fresh = !panels.containsKey(where);
    Panel panel = panel(where);
    if (where != place) {
      place = where;
      title.setText(where.title());
      purpose.setText(where.purpose());
      if (fresh && view.getScene() != null) {
        middle.setCenter(null);
        bringIn(panel.view());
      } else {
        middle.setCenter(panel.view());
      }
      rail.select(where);
      session.remembered().put(LAST_PLACE, where.name());
    }
    panel.shown();
  }

  /** Brings in a panel that was just made, which is seen once all of it is there. */
  private void bringIn(Node panel) {
    Turns turns = Turns.of(view.getScene());
    panel.setOpacity(0);
    turns.bring(
        panel,
        () -> {
          if (panel(place).view() == panel) { // else somebody went elsewhere meanwhile
            middle.setCenter(panel);
          }
          turns.add(() -> turns.add(() -> panel.setOpacity(1))); // after its parts
        });
  }

  /** The views that lie behind others in a panel, by their titles. */
  public static List<String> viewsOf(Place where) {
    return KnownView.ALL.stream()
        .filter(view -> view.place() == where)
        .map(KnownView::title)
        .toList();
  }

  /** Shows a panel, with one of its views in front. */
  public void open(Place where, String viewTitle) {
    open(where);
    panel(where).bringToFront(viewTitle);
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
  public static Place placeOf(Stage stage) {
    if (stage instanceof LatentStage) {
      return Place.LATENT;
    } else if (stage instanceof NeighborStage) {
      return Place.NEIGHBORS;
    } else if (stage instanceof ByolStage) {
      return Place.BYOL;
    }
    return Place.EVALUATION;
  }
}
