package kindred.gui.core;

import kindred.experiment.Stage;

/** The panel of a stage: a form that launches runs, and what they made. */
public interface StagePanel extends Panel {
  /** Fills the form with the settings of a stage of this panel's kind. */
  void fill(Stage stage);

  /** Chooses a run, so that what it made is shown. */
  void choose(RunRow run);
}
