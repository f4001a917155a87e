package kindred.gui.runs;

/**
 * What a run measured so far; null for what it does not measure.
 *
 * @param loss mean of the last epoch
 * @param bestLoss of the best epoch
 * @param onlineKnn k-NN accuracy of a training among its own images, after the last epoch
 * @param bestOnlineKnn of the best epoch
 * @param knn k-NN accuracy of an evaluation
 * @param probe linear probe's accuracy of an evaluation
 * @param testImages that an evaluation's accuracies were measured on
 * @param purity share of nearest neighbors of the same class; of a training that of its positives
 */
record Figures(
    Double loss,
    Double bestLoss,
    Double onlineKnn,
    Double bestOnlineKnn,
    Double knn,
    Double probe,
    Integer testImages,
    Double purity) {
  static final Figures NONE = new Figures(null, null, null, null, null, null, null, null);
}
