package kindred.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kindred.evaluate.Accuracy;
import kindred.evaluate.Evaluation;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import kindred.metrics.Wilson;
import kindred.run.Artifacts;
import kindred.run.RunFolder;

/** How well an encoder did, class by class, and what it took for what. */
record EvaluationSection(Evaluation evaluation) {
  /** What a run measured, if it is an evaluation that is done. */
  static Optional<EvaluationSection> of(RunFolder run) {
    Path file = Artifacts.of(run, Artifacts.EVALUATION);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file);
      String what = run.id() + "/" + Artifacts.EVALUATION;
      return Optional.of(new EvaluationSection(Json.read(text, Evaluation.class, what)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + " cannot be read: " + e.getMessage(), e));
    }
  }

  /** Both classifiers, and what they were measured on. */
  Html accuracies() {
    Html html = new Html();
    html.element("p", measuredOn());
    if (evaluation.encoderSawTestImages()) {
      String seen = "The encoder was trained on the test images too, without their labels.";
      html.element("p", seen, "class", "problem");
    }
    List<List<String>> rows =
        List.of(
            row("Linear probe", evaluation.probe()),
            row("k-NN, k = " + evaluation.settings().k(), evaluation.knn()));
    boolean five = evaluation.probe().top5() != null;
    List<String> header =
        five
            ? List.of("", "Top 1", "95 % interval", "Top 5")
            : List.of("", "Top 1", "95 % interval");
    return html.add(Html.table(header, rows));
  }

  private String measuredOn() {
    return "The encoder of "
        + evaluation.encoder()
        + ", frozen. Classifiers learned from "
        + NumberWords.count(evaluation.trainImages(), "labeled image", "labeled images")
        + " of "
        + evaluation.data()
        + " and were tested on "
        + NumberWords.count(evaluation.testImages())
        + (evaluation.test().equals(evaluation.data())
            ? " held-out ones."
            : " of " + evaluation.test() + ".");
  }

  private List<String> row(String name, Accuracy accuracy) {
    Wilson interval = Wilson.ofShare(accuracy.top1(), evaluation.testImages());
    List<String> row =
        new ArrayList<>(
            List.of(
                name,
                NumberWords.percent(accuracy.top1()),
                NumberWords.percents(interval.low(), interval.high())));
    if (accuracy.top5() != null) {
      row.add(NumberWords.percent(accuracy.top5()));
    }
    return row;
  }

  /** The accuracy of every class that has test images. */
  Html classes() {
    Html table = new Html().open("table").open("thead").open("tr");
    for (String head : List.of("Class", "Images", "Linear probe", "", "k-NN", "")) {
      table.element("th", head, "scope", "col");
    }
    table.close("tr").close("thead").open("tbody").line();
    for (int c = 0; c < evaluation.classes().size(); c++) {
      long images = 0;
      for (int count : evaluation.probe().confusion()[c]) {
        images += count;
      }
      table.open("tr").element("th", evaluation.classes().get(c), "scope", "row");
      table.element("td", NumberWords.count(images));
      share(table, evaluation.probe().perClass().get(c));
      share(table, evaluation.knn().perClass().get(c));
      table.close("tr").line();
    }
    return new Html()
        .around("div", table.close("tbody").close("table"), "class", "wide", "tabindex", "0");
  }

  private static void share(Html table, Double share) {
    table.element("td", share == null ? "" : NumberWords.percent(share));
    Html bar = new Html();
    if (share != null) {
      String length = "--s:" + String.format(Locale.ROOT, "%.3f", share);
      bar.open("span", "class", "bar").element("span", "", "style", length).close("span");
    }
    table.around("td", bar);
  }

  /** The matrix of the probe, and folded away that of k-NN. */
  Html confusion() {
    String how =
        "Rows are true classes, columns what the images were taken for, in numbers of images.";
    Html html = new Html().element("p", how, "class", "quiet").add(matrix(evaluation.probe()));
    return html.folded("The same of k-NN", matrix(evaluation.knn()));
  }

  private Html matrix(Accuracy accuracy) {
    List<String> names = evaluation.classes();
    Html table = new Html().open("table", "class", "matrix").open("thead").open("tr");
    table.element("th", "", "scope", "col");
    names.forEach(name -> table.element("th", name, "scope", "col"));
    table.close("tr").close("thead").open("tbody").line();
    for (int row = 0; row < names.size(); row++) {
      table.open("tr").element("th", names.get(row), "scope", "row");
      int[] counts = accuracy.confusion()[row];
      int all = 0;
      for (int count : counts) {
        all += count;
      }
      for (int column = 0; column < counts.length; column++) {
        String share =
            String.format(Locale.ROOT, "--s:%.3f", (double) counts[column] / Math.max(1, all));
        String kind = row == column ? "right" : "wrong";
        String text = counts[column] == 0 ? "" : NumberWords.count(counts[column]);
        table.element("td", text, "class", kind, "style", share);
      }
      table.close("tr").line();
    }
    return new Html()
        .around("div", table.close("tbody").close("table"), "class", "wide", "tabindex", "0");
  }
}
