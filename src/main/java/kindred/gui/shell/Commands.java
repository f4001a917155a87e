package kindred.gui.shell;

import java.util.ArrayList;
import java.util.List;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Standings;
import kindred.gui.core.Theme;

/**
 * What the palette offers: places, their views, what the window can do, and all runs by name,
 * newest first.
 */
final class Commands {
  private Commands() {}

  static List<Command> of(Session session, Shell shell) {
    List<Command> commands = new ArrayList<>();
    int number = 0;
    for (Place place : Place.values()) {
      number++;
      commands.add(
          new Command(
              "Go to " + place.title(),
              place.icon(),
              number <= 9 ? "Ctrl+" + number : "",
              () -> shell.open(place)));
    }
    for (KnownView view : KnownView.ALL) {
      commands.add(
          new Command(
              view.place().title() + ": " + view.title(),
              view.place().icon(),
              "",
              view.also(),
              () -> shell.open(view.place(), view.title())));
    }
    commands.add(
        new Command("Read the guide", "fth-book-open", "F1", "help manual user's", shell::guide));
    commands.add(
        new Command(
            "Export a trained model",
            Place.MODELS.icon(),
            "",
            "onnx torchscript safetensors embeddings vectors report save",
            () -> shell.open(Place.MODELS)));
    commands.add(new Command("Run the sample experiment", "fth-play", "", shell::runSample));
    commands.add(new Command("Take the tour", "fth-map", "", shell::tour));
    commands.add(new Command("Keyboard shortcuts", "fth-command", "?", shell::shortcuts));
    commands.add(
        new Command(
            "Light theme", "fth-sun", "", () -> session.theme().choose(Theme.Choice.LIGHT)));
    commands.add(
        new Command("Dark theme", "fth-moon", "", () -> session.theme().choose(Theme.Choice.DARK)));
    commands.add(new Command("Open another workspace…", "fth-folder", "", shell::chooseWorkspace));
    List<RunRow> runs = session.board().runs();
    for (int i = runs.size() - 1; i >= 0; i--) {
      RunRow run = runs.get(i);
      commands.add(
          new Command(
              "Open run " + run.id() + " (" + run.name() + ")",
              Standings.icon(run.standing()),
              "",
              () -> shell.openRun(run.id())));
    }
    return commands;
  }
}
