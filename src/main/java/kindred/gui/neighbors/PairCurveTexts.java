package kindred.gui.neighbors;

import kindred.gui.results.CurveText;

/** What is written at the curve of a run's pairs: by labels purity, by verdicts precision. */
final class PairCurveTexts {
  private static final CurveText PURITY =
      new CurveText(
          "Purity against coverage",
          "coverage",
          "purity",
          true,
          "Pairs for %1$s of the images; %2$s of the pairs are of one class.");
  private static final CurveText PURITY_BY_NUMBER =
      new CurveText(
          "Purity by number of neighbors",
          "nearest",
          "purity",
          false,
          "Of the nearest %1$s of each image %2$s are of its class.");
  private static final CurveText PRECISION =
      new CurveText(
          "Precision against coverage, by verdicts",
          "coverage",
          "precision",
          true,
          "Pairs for %1$s of the images; by verdicts about %2$s are the same kind (%3$s with 95 %%"
              + " confidence), before any is taken away.");
  private static final CurveText PRECISION_BY_NUMBER =
      new CurveText(
          "Precision by number of neighbors, by verdicts",
          "nearest",
          "precision",
          false,
          "Of the nearest %1$s of each image by verdicts about %2$s are the same kind (%3$s with"
              + " 95 %% confidence), before any is taken away.");

  private PairCurveTexts() {}

  /**
   * The texts of one curve.
   *
   * @param labeled whether labels tell which pairs are right, or else verdicts
   * @param byNumber whether it runs along the number of neighbors, or else along coverage
   */
  static CurveText of(boolean labeled, boolean byNumber) {
    if (labeled) {
      return byNumber ? PURITY_BY_NUMBER : PURITY;
    }
    return byNumber ? PRECISION_BY_NUMBER : PRECISION;
  }
}
