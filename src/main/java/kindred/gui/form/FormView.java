package kindred.gui.form;

import atlantafx.base.theme.Tweaks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.CopiedCommand;
import kindred.gui.core.Session;
import kindred.gui.core.Turns;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A form: the settings most people need, those few need folded away below, what the whole means,
 * and the one button that launches it.
 */
public final class FormView {
  /** Rows that are styled in one go when the form is first shown. */
  private static final int ROWS_A_TURN = 4;

  private final Session session;
  private final Launcher launcher;
  private final VBox view = new VBox();
  private final VBox advanced = new VBox();
  private final ToggleButton more = new ToggleButton();

  /**
   * @param verb what the button says
   * @param launch what it does
   */
  public FormView(Session session, Launcher launcher, String verb, Runnable launch) {
    this.session = session;
    this.launcher = launcher;
    VBox rows = new VBox(basic(), more, advanced);
    rows.getStyleClass().add("form-rows");
    foldAdvanced();
    ScrollPane scroll = new ScrollPane(rows);
    scroll.getStyleClass().add("form-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    view.getStyleClass().add("form");
    view.getChildren().addAll(meaning(), actions(verb, launch));
    Turns.later(view, scroll, () -> view.getChildren().add(0, scroll));
  }

  public VBox view() {
    return view;
  }

  private VBox basic() {
    VBox basic = new VBox();
    basic.getStyleClass().add("form-rows");
    List<Field> fields = fields(false);
    for (int i = 0; i < fields.size(); i += ROWS_A_TURN) {
      VBox rows = new VBox();
      rows.getStyleClass().add("form-rows");
      fields
          .subList(i, Math.min(i + ROWS_A_TURN, fields.size()))
          .forEach(field -> rows.getChildren().add(row(field)));
      Turns.later(basic, rows, () -> basic.getChildren().add(rows));
    }
    return basic;
  }

  private List<Field> fields(boolean rare) {
    return launcher.form().fields().stream()
        .filter(field -> field.setting().advanced() == rare)
        .toList();
  }

  private FieldRow row(Field field) {
    return new FieldRow(field, Editors.of(launcher, field), session.choosers());
  }

  private void foldAdvanced() {
    String key = "advanced-" + launcher.form().kind();
    advanced.getStyleClass().add("form-rows");
    advanced.visibleProperty().bind(more.selectedProperty());
    advanced.managedProperty().bind(more.selectedProperty());
    more.setId(launcher.form().kind() + "-advanced");
    more.getStyleClass().add("form-more");
    more.setMaxWidth(Double.MAX_VALUE);
    FontIcon open = new FontIcon("fth-chevron-right");
    open.rotateProperty().bind(Bindings.when(more.selectedProperty()).then(90).otherwise(0));
    more.setGraphic(open);
    more.selectedProperty()
        .addListener(
            (property, before, now) -> {
              fillAdvanced();
              session.remembered().put(key, now);
            });
    more.setSelected(session.remembered().flag(key, false));
    launcher.form().stageProperty().addListener((property, before, now) -> countChanges());
    launcher.form().problemProperty().addListener((property, before, now) -> countChanges());
    countChanges();
  }

  /** Once, when they are first wanted: most people never see these many rows. */
  private void fillAdvanced() {
    if (!advanced.getChildren().isEmpty()) {
      return;
    }
    Map<String, VBox> groups = new HashMap<>();
    groups.put("", advanced);
    for (Field field : fields(true)) {
      VBox group = groups.computeIfAbsent(field.setting().group(), this::group);
      group.getChildren().add(row(field));
    }
  }

  /** A heading and its rows, seen while one of them is. */
  private VBox group(String name) {
    Label heading = new Label(name);
    heading.getStyleClass().addAll("strong", "form-heading");
    VBox rows = new VBox(heading);
    rows.getStyleClass().add("form-rows");
    List<Field> inside =
        fields(true).stream().filter(field -> field.setting().group().equals(name)).toList();
    BooleanBinding any =
        Bindings.createBooleanBinding(
            () -> inside.stream().anyMatch(field -> field.appliesProperty().get()),
            inside.stream().map(Field::appliesProperty).toArray(javafx.beans.Observable[]::new));
    rows.visibleProperty().bind(any);
    rows.managedProperty().bind(any);
    advanced.getChildren().add(rows);
    return rows;
  }

  private void countChanges() {
    List<Field> rare =
        fields(true).stream().filter(field -> field.appliesProperty().get()).toList();
    long changed =
        rare.stream()
            .filter(field -> !field.isUsual())
            .filter(field -> !field.effective().equals(field.usualProperty().get()))
            .count();
    boolean wrong = rare.stream().anyMatch(field -> !field.problemProperty().get().isEmpty());
    more.setText("Advanced" + (changed == 0 ? "" : " · " + changed + " set"));
    if (wrong) {
      more.setSelected(true);
    }
  }

  private VBox meaning() {
    Label work = new Label();
    Label time = new Label();
    Label problem = new Label();
    work.textProperty().bind(launcher.forecastProperty().map(Forecast::work));
    time.textProperty().bind(launcher.forecastProperty().map(Forecast::time));
    problem.textProperty().bind(launcher.form().problemProperty());
    Hyperlink measure = new Hyperlink("Measure");
    measure.setId(launcher.form().kind() + "-measure");
    measure.setOnAction(event -> launcher.measure());
    measure.visibleProperty().bind(launcher.measurableProperty());
    measure.managedProperty().bind(measure.visibleProperty());
    HBox timeLine = new HBox(8, time, measure);
    timeLine.getStyleClass().add("form-line");
    for (Label line : List.of(work, time)) {
      line.getStyleClass().add("quiet");
      line.setWrapText(true);
      line.setMinHeight(VBox.USE_PREF_SIZE);
    }
    problem.getStyleClass().add("problem");
    problem.setId(launcher.form().kind() + "-problem");
    problem.setWrapText(true);
    BooleanBinding wrong = Bindings.isNotEmpty(launcher.form().problemProperty());
    shownWhile(problem, wrong);
    shownWhile(work, wrong.not());
    shownWhile(timeLine, wrong.not());
    problem.setMinHeight(VBox.USE_PREF_SIZE);
    VBox meaning = new VBox(work, timeLine, problem);
    meaning.getStyleClass().add("form-meaning");
    return meaning;
  }

  private static void shownWhile(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private HBox actions(String verb, Runnable launch) {
    Button button = new Button(verb);
    button.setId(launcher.form().kind() + "-launch");
    button.getStyleClass().add("accent");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(event -> launch.run());
    button
        .disableProperty()
        .bind(launcher.form().stageProperty().isNull().or(launcher.busyProperty()));
    return new HBox(8, button, menu());
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton(null, new FontIcon("fth-more-horizontal"));
    menu.setId(launcher.form().kind() + "-menu");
    menu.getStyleClass().addAll("button-icon", Tweaks.NO_ARROW);
    menu.setAccessibleText("More: command, files, presets");
    MenuItem copy = item("Copy as command", "fth-terminal", this::copy);
    MenuItem save = item("Save as experiment file…", "fth-save", launcher::save);
    MenuItem load = item("Load experiment file…", "fth-folder", launcher::load);
    copy.disableProperty().bind(launcher.form().stageProperty().isNull());
    save.disableProperty().bind(launcher.form().stageProperty().isNull());
    menu.getItems().addAll(copy, save, load, new SeparatorMenuItem());
    for (Preset preset : Preset.of(launcher.form().kind())) {
      menu.getItems().add(item(preset.name(), "fth-sliders", () -> launcher.use(preset)));
    }
    return menu;
  }

  private static MenuItem item(String name, String icon, Runnable action) {
    MenuItem item = new MenuItem(name, new FontIcon(icon));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void copy() {
    launcher.command().ifPresent(command -> CopiedCommand.copy(session, command));
  }
}
