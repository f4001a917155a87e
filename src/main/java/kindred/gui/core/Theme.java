package kindred.gui.core;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light, dark, or as the system has it. For the application thread. */
public final class Theme {
  private static final String KEY = "theme";
  private static final List<String> SHEETS =
      List.of(
          "kindred.css",
          "chart.css",
          "runs.css",
          "results.css",
          "form.css",
          "neighbors.css",
          "map.css",
          "search.css",
          "decode.css",
          "guide.css");

  /** What a user chooses. */
  public enum Choice {
    LIGHT,
    DARK,
    SYSTEM
  }

  private final Remembered remembered;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private Choice choice;
  private boolean systemIsDark;

  /** Takes the choice remembered; {@link #apply} makes it seen. */
  public Theme(Remembered remembered) {
    this.remembered = remembered;
    this.choice = remembered.choice(KEY, Choice.SYSTEM);
    loadFonts();
  }

  private static void loadFonts() {
    for (String weight : new String[] {"Regular", "Medium"}) {
      String resource = "/assets/fonts/Roboto-" + weight + ".ttf";
      InputStream font = Theme.class.getResourceAsStream(resource);
      if (font == null || Font.loadFont(font, 13) == null) {
        throw new IllegalStateException("the program lacks its font " + resource);
      }
    }
  }

  public Choice choice() {
    return choice;
  }

  /** Chooses, shows and remembers. */
  public void choose(Choice chosen) {
    choice = chosen;
    remembered.put(KEY, chosen.name());
    apply();
  }

  /** Sets the style of all windows. */
  public void apply() {
    dark.set(choice == Choice.DARK || (choice == Choice.SYSTEM && systemIsDark));
    Application.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Asks the desktop what it prefers, in the background, and follows it if that is the choice. */
  public void followSystem(Background background) {
    background.run(
        SystemColors::dark,
        prefersDark -> {
          systemIsDark = prefersDark;
          apply();
        });
  }

  /** Whether it is dark now; charts and pictures that CSS does not reach follow this. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Adds this program's own style to a scene. */
  public void style(Scene scene) {
    SHEETS.forEach(name -> scene.getStylesheets().add(sheet(name)));
    Runnable mark =
        () -> {
          scene.getRoot().getStyleClass().removeAll("dark", "light");
          scene.getRoot().getStyleClass().add(dark.get() ? "dark" : "light");
        };
    mark.run();
    dark.addListener((property, before, now) -> mark.run());
  }

  /**
   * One of this program's style sheets, for the node that it is about.
   *
   * @param name of a file beside {@code kindred.css}
   */
  public static String sheet(String name) {
    return Theme.class.getResource("/kindred/gui/" + name).toExternalForm();
  }
}
