package kindred.gui.core;

import kindred.run.Jobs;
import kindred.run.Workspace;

/**
 * What every panel of a window has at hand while one workspace is open. Wired by hand; held by the
 * window and handed to each panel.
 *
 * @param workspace whose data sets and runs are shown
 * @param jobs what can be asked of its runs; for background threads, as it writes files
 * @param background where everything slow happens
 * @param board all runs and data sets, kept up to date
 * @param notices where to say things
 * @param choosers how to ask the user
 * @param remembered sizes, positions and choices that outlive the window
 * @param theme light or dark, for what CSS does not reach
 */
public record Session(
    Workspace workspace,
    Jobs jobs,
    Background background,
    Board board,
    Notices notices,
    Choosers choosers,
    Remembered remembered,
    Theme theme) {}
