package kindred.gui.results.evaluation;

/** How an evaluation tells classes apart. */
enum Classifier {
  PROBE,
  KNN;

  String title() {
    return this == PROBE ? "Linear probe" : "k-NN";
  }

  String help() {
    return this == PROBE
        ? "A softmax regression on the frozen representations"
        : "The most similar training images vote";
  }
}
