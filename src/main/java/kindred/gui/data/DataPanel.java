package kindred.gui.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.data.Datasets;
import kindred.data.published.Published;
import kindred.gui.core.EmptyState;
import kindred.gui.core.FolderOpener;
import kindred.gui.core.Navigator;
import kindred.gui.core.Panel;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import org.kordamp.ikonli.javafx.FontIcon;

/** The data sets of the workspace: importing them, looking at them, taking them further. */
public final class DataPanel implements Panel {
  private static final String GET = "Get data";

  private final Session session;
  private final DatasetsModel datasets;
  private final RemovalModel removal;
  private final ImportModel imports;
  private final ImportForm form;
  private final DatasetTabs tabs;
  private final Label name = new Label();
  private final Label facts = new Label();
  private final Label problem = new Label();
  private final VBox chosen = new VBox(8);
  private final Button learn = new Button("Learn a latent space");
  private final EmptyState none;
  private final HBox view = new HBox();
  private final GetModel published;
  private final GetView get;
  private boolean getting; // whether the page of published sets is shown

  /**
   * @param navigator the way to the next stage
   */
  public DataPanel(Session session, Navigator navigator) {
    this.session = session;
    this.datasets = new DatasetsModel(session, navigator);
    this.removal = new RemovalModel(session);
    this.imports = new ImportModel(session, datasets::choose);
    this.tabs = new DatasetTabs(session);
    this.form = new ImportForm(imports, session.choosers(), tabs::showSkipped, () -> showGet(true));
    this.published = new GetModel(session, Published.sets(), this::got);
    this.get = new GetView(published, () -> showGet(false));
    this.none =
        new EmptyState(
            "fth-image",
            "No data set yet. Drop a folder of images here; its folders become classes.",
            "Choose a folder…",
            form.zone()::chooseFolder);
    view.setId("data-panel");
    view.getStyleClass().addAll("panel-body", "data-panel");
    view.getStylesheets().add(Theme.sheet("data.css"));
    DatasetList list = new DatasetList(datasets, removal);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(list, form);
    left.getStyleClass().add("form");
    form.zone().accept(view);
    StackPane right = new StackPane(chosen, none, get);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    view.getChildren().addAll(left, right);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    VBox.setVgrow(tabs.view(), Priority.ALWAYS);
    chosen.getChildren().addAll(head(), problem, tabs.view());
    datasets.chosenProperty().addListener((property, before, now) -> chosen());
    datasets.openedProperty().addListener((property, before, now) -> opened(now));
    datasets.problemProperty().addListener((property, before, now) -> update());
    update();
    opened(datasets.openedProperty().get());
  }

  private HBox head() {
    name.setId("dataset-name");
    name.getStyleClass().add("strong");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    facts.getStyleClass().addAll("quiet", "figures");
    VBox words = new VBox(2, name, facts);
    words.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    learn.setId("learn-latent");
    learn.setGraphic(new FontIcon("fth-arrow-right"));
    learn.setMinWidth(Region.USE_PREF_SIZE);
    learn.setOnAction(event -> datasets.useInLatentSpace());
    HBox row = new HBox(8, words, space, learn, more());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private MenuButton more() {
    MenuItem open = new MenuItem("Open folder");
    open.setOnAction(
        event ->
            session
                .background()
                .run(
                    () -> FolderOpener.open(datasets.chosenProperty().get().folder()),
                    folder -> {},
                    session.notices()::problem));
    MenuItem remove = new MenuItem("Remove");
    remove.setId("remove-dataset");
    remove.setOnAction(event -> removal.remove(datasets.chosenProperty().get().name()));
    MenuButton more = new MenuButton(null, new FontIcon("fth-more-horizontal"), open, remove);
    more.setId("dataset-more");
    more.setAccessibleText("More to do with this data set");
    more.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    more.setMinWidth(Region.USE_PREF_SIZE);
    return more;
  }

  private void showGet(boolean shown) {
    getting = shown;
    if (shown) {
      published.refresh();
    }
    update();
  }

  private void got(String made) {
    datasets.choose(made);
    showGet(false);
  }

  /** Looking at another data set leaves the page of published ones. */
  private void chosen() {
    getting = false;
    update();
  }

  private void update() {
    Datasets.Entry entry = datasets.chosenProperty().get();
    get.setVisible(getting);
    chosen.setVisible(entry != null && !getting);
    none.setVisible(entry == null && !getting);
    name.setText(entry == null ? "" : entry.name());
    facts.setText(
        entry == null ? "" : entry.info().map(DatasetCell::facts).orElse("cannot be read"));
    String why = datasets.problemProperty().get();
    problem.setText(why);
    problem.setVisible(!why.isEmpty());
    problem.setManaged(!why.isEmpty());
  }

  private void opened(Opened now) {
    tabs.show(now);
    tabs.view().setVisible(now != null);
    learn.setDisable(now == null);
    update();
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void bringToFront(String title) {
    showGet(title.equals(GET));
    tabs.select(title);
  }

  @Override
  public void shown() {
    removal.refresh();
  }
}
