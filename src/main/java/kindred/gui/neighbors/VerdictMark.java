package kindred.gui.neighbors;

import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;
import kindred.neighbors.verdict.Verdict;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was judged, as a small round mark in a picture's corner; nothing if it was not. */
final class VerdictMark extends StackPane {
  static final double SIZE = 18;

  private final FontIcon icon = new FontIcon("fth-help-circle");
  private Verdict shown;

  VerdictMark() {
    icon.setManaged(true);
    getChildren().add(icon);
    getStyleClass().add("verdict-mark");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Shows a verdict, or none for null. */
  void show(Verdict verdict) {
    if (verdict != shown) {
      shown = verdict;
      boolean seen = verdict != null && verdict != Verdict.SKIP;
      setVisible(seen);
      if (seen) {
        icon.setIconLiteral(VerdictWords.icon(verdict));
        icon.setAccessibleText(VerdictWords.of(verdict));
        for (Verdict kind : Verdict.values()) {
          pseudoClassStateChanged(
              PseudoClass.getPseudoClass(VerdictWords.style(kind)), kind == verdict);
        }
      }
    }
  }
}
