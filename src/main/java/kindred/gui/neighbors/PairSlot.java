package kindred.gui.neighbors;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.verdict.Verdict;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A neighbor in a row: its picture, framed in the color of what was judged; above it the rank and
 * marks, below it the distance, after = or ≠ for the same or another class. One fixed tree of nodes
 * at fixed places: a row that is scrolled into sight changes what they show and lays nothing out.
 */
final class PairSlot extends Pane {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double MARK = 12;

  private final Picture picture;
  private final Region edge = new Region();
  private final RowWords rank = new RowWords();
  private final RowWords distance = new RowWords();
  private final RowWords name = new RowWords();
  private final FontIcon only = mark("fth-plus", "only in this run");
  private final FontIcon mutual = mark("fth-repeat", "mutual: each is the other's neighbor");
  private final FontIcon hub = mark("fth-anchor", "hub: a neighbor of unusually many images");
  private final FontIcon duplicate = mark("fth-copy", "near duplicate");
  private final VerdictMark verdict = new VerdictMark();
  private final double right;

  PairSlot(RowLayout layout) {
    double width = layout.slotWidth();
    double frame = layout.side() + 2 * RowLayout.FRAME;
    double left = (width - frame) / 2;
    right = left + frame;
    picture = new Picture(layout.side());
    edge.getStyleClass().add("pair-edge");
    rank.getStyleClass().add("quiet");
    rank.setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("quiet");
    double top = RowLayout.LINE;
    double below = top + Picture.height(layout.side()) + 2 * RowLayout.FRAME;
    put(edge, left, top, frame, below - top);
    put(
        picture,
        left + RowLayout.FRAME,
        top + RowLayout.FRAME,
        layout.side(),
        Picture.height(layout.side()));
    rank.stand(left, 0, 28, RowLayout.LINE);
    distance.stand(0, below, width, RowLayout.LINE);
    name.stand(0, below + RowLayout.LINE, width, RowLayout.LINE);
    getChildren().addAll(rank, distance, name);
    put(verdict, right - VerdictMark.SIZE, top, VerdictMark.SIZE, VerdictMark.SIZE);
    for (FontIcon icon : marks()) {
      icon.setManaged(false);
      icon.setLayoutY(RowLayout.LINE - 4);
      getChildren().add(icon);
    }
    name.setVisible(layout.names());
    setManaged(false);
    resize(width, layout.slotHeight());
    getStyleClass().add("pair-slot");
  }

  private FontIcon[] marks() {
    return new FontIcon[] {only, duplicate, hub, mutual};
  }

  private static FontIcon mark(String icon, String words) {
    FontIcon mark = new FontIcon(icon);
    mark.getStyleClass().add("pair-mark");
    mark.setAccessibleText(words);
    mark.setPickOnBounds(true);
    Tips.set(mark, words);
    return mark;
  }

  private void put(Node node, double x, double y, double width, double height) {
    node.setManaged(false);
    node.resizeRelocate(x, y, width, height);
    getChildren().add(node);
  }

  /** Shows a pair. */
  void show(Pictures pictures, ShownPair pair, boolean chosen) {
    picture.show(pictures, pair.neighbor());
    rank.say(Integer.toString(pair.rank() + 1));
    boolean agree = pair.labels() == PairFilter.Label.SAME;
    boolean differ = pair.labels() == PairFilter.Label.DIFFERENT;
    Tips.set(distance, agree ? "same class" : differ ? "another class" : null);
    distance.say(
        (agree ? "= " : differ ? "≠ " : "")
            + (Float.isNaN(pair.distance()) ? "" : Words.number(pair.distance())));
    if (name.isVisible()) {
      name.say(pictures.className(pair.neighbor()));
    }
    only.setVisible(pair.onlyHere());
    mutual.setVisible(pair.mutual());
    hub.setVisible(pair.hub());
    duplicate.setVisible(pair.duplicate());
    placeMarks();
    verdict.show(pair.verdict());
    for (Verdict kind : Verdict.values()) {
      edge.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(VerdictWords.style(kind)), kind == pair.verdict());
    }
    choose(chosen);
    setVisible(true);
  }

  /** Marks stand at the right end, as many as there are. */
  private void placeMarks() {
    double x = right;
    for (FontIcon icon : marks()) {
      if (icon.isVisible()) {
        x -= MARK;
        icon.setLayoutX(x);
      }
    }
  }

  /** Marks it as chosen or not. */
  void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }

  /** Shows nothing. */
  void clear() {
    if (isVisible()) {
      picture.clear();
      setVisible(false);
    }
  }
}
