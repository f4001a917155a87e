package kindred.gui.core;

import kindred.experiment.Stage;

/** Ways through the window. For the application thread. */
public interface Navigator {
  /** Shows a panel. */
  void open(Place place);

  /** Shows the panel of the stage that a run carried out, with this run chosen. */
  void openRun(String run);

  /** Shows the panel of a stage with its form filled with these settings. */
  void fill(Stage stage);
}
