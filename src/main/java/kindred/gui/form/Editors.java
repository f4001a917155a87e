package kindred.gui.form;

import atlantafx.base.theme.Styles;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import kindred.gui.core.Choosers;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the control for a setting by its type. */
final class Editors {
  /** So many choices stand side by side; more are in a list. */
  static final int SEGMENTS = 3;

  private Editors() {}

  static Node of(Launcher launcher, Field field) {
    Node editor;
    if (field.isInput()) {
      editor = new InputBox(launcher, field);
    } else if (field.setting().type() == Boolean.class) {
      editor = check(field);
    } else if (!field.choices().isEmpty()) {
      editor = field.choices().size() <= SEGMENTS ? segments(field) : list(field);
    } else {
      editor = line(field);
    }
    editor.setId(launcher.form().kind() + "-" + field.path().replace('.', '-'));
    field
        .problemProperty()
        .addListener(
            (property, before, now) ->
                editor.pseudoClassStateChanged(Styles.STATE_DANGER, !now.isEmpty()));
    return editor;
  }

  /** Lets the user name a file instead. */
  static Button fileButton(Field field, Choosers choosers) {
    Button button = new Button(null, new FontIcon("fth-folder"));
    button.getStyleClass().add("button-icon");
    button.setAccessibleText("Choose a file for: " + field.label());
    Tips.set(button, "Choose a file");
    button.setOnAction(
        event ->
            choosers
                .file(field.label(), "Files", "*.*")
                .ifPresent(file -> field.textProperty().set(file.toString())));
    return button;
  }

  /** A line of text; what is usual shows through where nothing is typed. */
  private static TextField line(Field field) {
    TextField line = new TextField();
    line.getStyleClass().add("form-number");
    line.setPrefColumnCount(6);
    line.textProperty().bindBidirectional(field.textProperty());
    String unset = Words.capital(field.setting().says().unset());
    InvalidationListener show =
        usual ->
            line.setPromptText(
                field.usualProperty().get().isEmpty() ? unset : field.usualProperty().get());
    field.usualProperty().addListener(show);
    show.invalidated(null);
    return line;
  }

  private static CheckBox check(Field field) {
    CheckBox check = new CheckBox(field.label());
    whenever(field, () -> check.setSelected(Boolean.parseBoolean(field.effective())));
    check.setOnAction(event -> field.textProperty().set(Boolean.toString(check.isSelected())));
    return check;
  }

  private static HBox segments(Field field) {
    HBox box = new HBox();
    box.getStyleClass().add("form-segments");
    ToggleGroup group = new ToggleGroup();
    int last = field.choices().size() - 1;
    for (int i = 0; i <= last; i++) {
      String choice = field.choices().get(i);
      ToggleButton button = new ToggleButton(field.nameOf(choice));
      button.setUserData(choice);
      button.setToggleGroup(group);
      button.getStyleClass().add(i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            field.textProperty().set(choice);
          });
      HBox.setHgrow(button, Priority.ALWAYS);
      box.getChildren().add(button);
    }
    whenever(
        field,
        () ->
            group
                .getToggles()
                .forEach(
                    toggle -> toggle.setSelected(toggle.getUserData().equals(field.effective()))));
    return box;
  }

  private static ComboBox<String> list(Field field) {
    ComboBox<String> list = new ComboBox<>();
    list.getItems().setAll(field.choices());
    list.setMaxWidth(Double.MAX_VALUE);
    list.setConverter(new OneWayConverter<>(field::nameOf));
    whenever(field, () -> list.setValue(field.effective()));
    list.setOnAction(
        event -> {
          if (list.getValue() != null && !list.getValue().equals(field.effective())) {
            field.textProperty().set(list.getValue());
          }
        });
    return list;
  }

  /** Now, and whenever the value changes. */
  private static void whenever(Field field, Runnable show) {
    field.textProperty().addListener((property, before, now) -> show.run());
    field.usualProperty().addListener((property, before, now) -> show.run());
    show.run();
  }
}
