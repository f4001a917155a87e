package kindred.gui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** At the right of the header: which workspace, light or dark, find anything, help. */
final class HeaderTools extends HBox {
  private static final int LONGEST_NAME = 32;

  private final Session session;
  private final Consumer<Path> switchTo;

  /**
   * @param switchTo opens another workspace in place of this one
   */
  HeaderTools(
      Session session,
      Consumer<Path> switchTo,
      Runnable palette,
      Runnable guide,
      Runnable tour,
      Runnable keys) {
    super(8);
    this.session = session;
    this.switchTo = switchTo;
    setAlignment(Pos.CENTER_RIGHT);
    Button find = new Button(null, new FontIcon("fth-search"));
    find.setId("find");
    find.getStyleClass().addAll("button-icon", "flat");
    find.setAccessibleText("Find anything");
    Tips.set(find, "Do or find anything by name (Ctrl+K)");
    find.setOnAction(event -> palette.run());
    getChildren().addAll(workspaces(), find, theme(), help(guide, tour, keys));
  }

  private MenuButton workspaces() {
    Path here = session.workspace().path();
    MenuButton menu = new MenuButton(shortened(here.getFileName().toString()));
    menu.setId("workspaces");
    menu.getStyleClass().add("flat");
    Tips.set(menu, "Workspace " + here);
    menu.setOnShowing(event -> fill(menu, here));
    fill(menu, here);
    return menu;
  }

  private void fill(MenuButton menu, Path here) {
    menu.getItems().clear();
    for (Path recent : session.remembered().workspaces()) {
      RadioMenuItem item = new RadioMenuItem(recent.toString());
      item.setMnemonicParsing(false);
      item.setSelected(recent.equals(here));
      item.setOnAction(event -> switchTo(recent, here));
      menu.getItems().add(item);
    }
    MenuItem other = new MenuItem("Open another workspace…");
    other.setOnAction(event -> chooseOther());
    menu.getItems().addAll(new SeparatorMenuItem(), other);
  }

  /** Asks for a folder and opens it. */
  void chooseOther() {
    session
        .choosers()
        .folder("Open a workspace")
        .ifPresent(folder -> switchTo(folder, session.workspace().path()));
  }

  private void switchTo(Path to, Path here) {
    if (!to.equals(here)) {
      switchTo.accept(to);
    }
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private MenuButton theme() {
    MenuButton menu = new MenuButton(null, new FontIcon("fth-moon"));
    menu.setId("theme");
    menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    menu.setAccessibleText("Light or dark");
    Tips.set(menu, "Light or dark");
    ToggleGroup group = new ToggleGroup();
    for (Theme.Choice choice : Theme.Choice.values()) {
      RadioMenuItem item =
          new RadioMenuItem(
              switch (choice) {
                case LIGHT -> "Light";
                case DARK -> "Dark";
                case SYSTEM -> "As the system has it";
              });
      item.setToggleGroup(group);
      item.setSelected(session.theme().choice() == choice);
      item.setOnAction(event -> session.theme().choose(choice));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static MenuButton help(Runnable guide, Runnable tour, Runnable keys) {
    MenuButton menu = new MenuButton(null, new FontIcon("fth-help-circle"));
    menu.setId("help");
    menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    menu.setAccessibleText("Help");
    Tips.set(menu, "Help");
    MenuItem read = new MenuItem("Guide (F1)");
    read.setId("help-guide");
    read.setOnAction(event -> guide.run());
    MenuItem takeTour = new MenuItem("Take the tour");
    takeTour.setOnAction(event -> tour.run());
    MenuItem shortcuts = new MenuItem("Keyboard shortcuts");
    shortcuts.setOnAction(event -> keys.run());
    menu.getItems().addAll(read, takeTour, shortcuts);
    return menu;
  }
}
