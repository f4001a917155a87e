package kindred.gui.results.evaluation;

/** How an evaluation tells classes apart. */
enum Classifier {
  PROBE("Linear probe", "A softmax regression on the frozen representations"),
  KNN("k-NN", "The most similar training images vote");

  private final String title;
  private final String help;

  Classifier(String title, String help) {
    this.title = title;
    this.help = help;
  }

  String title() {
    return title;
  }

  String help() {
    return help;
  }
}
