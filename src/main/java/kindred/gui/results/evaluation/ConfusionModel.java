package kindred.gui.results.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A confusion matrix, of which a cell is chosen. */
final class ConfusionModel {
  /**
   * A cell.
   *
   * @param row the true class
   * @param column what it was taken for
   */
  record Cell(int row, int column) {}

  private final ObjectProperty<Classifier> classifier =
      new SimpleObjectProperty<>(Classifier.PROBE);
  private final ReadOnlyObjectWrapper<Optional<Cell>> cell =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private EvaluationResult result;

  /** Takes what an evaluation measured; the most frequent mistake is chosen. */
  void show(EvaluationResult now) {
    result = now;
    cell.set(worst());
  }

  private Optional<Cell> worst() {
    Cell worst = null;
    for (int row = 0; row < classes().size(); row++) {
      for (int column = 0; column < classes().size(); column++) {
        if (row != column
            && count(row, column) > (worst == null ? 0 : count(worst.row(), worst.column()))) {
          worst = new Cell(row, column);
        }
      }
    }
    return Optional.ofNullable(worst);
  }

  List<String> classes() {
    return result == null ? List.of() : result.evaluation().classes();
  }

  /** How many images of a class were taken for another. */
  int count(int row, int column) {
    return result.of(classifier.get()).confusion()[row][column];
  }

  /** The same as a share of the images of that class; 0 without any. */
  double share(int row, int column) {
    int all = Arrays.stream(result.of(classifier.get()).confusion()[row]).sum();
    return all == 0 ? 0 : (double) count(row, column) / all;
  }

  /** Chooses a cell; one beyond the edge is the last one before it. */
  void choose(int row, int column) {
    int last = classes().size() - 1;
    if (last >= 0) {
      cell.set(
          Optional.of(
              new Cell(Math.min(last, Math.max(0, row)), Math.min(last, Math.max(0, column)))));
    }
  }

  /** The images behind the chosen cell; empty if nobody kept them. */
  int[] images() {
    if (result == null || result.predictions() == null || cell.get().isEmpty()) {
      return new int[0];
    }
    Cell chosen = cell.get().get();
    int[] tested = result.predictions().images();
    int[] taken =
        classifier.get() == Classifier.PROBE
            ? result.predictions().probe()
            : result.predictions().knn();
    return IntStream.range(0, tested.length)
        .filter(
            i ->
                taken[i] == chosen.column()
                    && result.images() != null
                    && tested[i] < result.images().count()
                    && result.images().label(tested[i]) == chosen.row())
        .map(i -> tested[i])
        .toArray();
  }

  /** The chosen cell in words. */
  String words() {
    return cell.get()
        .map(
            chosen -> {
              String row = classes().get(chosen.row());
              String column = classes().get(chosen.column());
              return chosen.row() == chosen.column()
                  ? row + ", recognized"
                  : row + ", taken for " + column;
            })
        .orElse("");
  }

  EvaluationResult result() {
    return result;
  }

  ObjectProperty<Classifier> classifierProperty() {
    return classifier;
  }

  ReadOnlyObjectProperty<Optional<Cell>> cellProperty() {
    return cell.getReadOnlyProperty();
  }
}
