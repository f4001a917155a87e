package kindred.gui.neighbors;

import java.util.EnumMap;
import java.util.Map;
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
  private final Map<PairMark, FontIcon> marks = new EnumMap<>(PairMark.class);
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
    for (PairMark mark : PairMark.values()) {
      FontIcon icon = mark.icon();
      marks.put(mark, icon);
      icon.setManaged(false);
      icon.setLayoutY(RowLayout.LINE - 4);
      getChildren().add(icon);
    }
    name.setVisible(layout.names());
    setManaged(false);
    resize(width, layout.slotHeight());
    getStyleClass().add("pair-slot");
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
    marks.get(PairMark.ONLY).setVisible(pair.onlyHere());
    marks.get(PairMark.MUTUAL).setVisible(pair.mutual());
    marks.get(PairMark.HUB).setVisible(pair.hub());
    marks.get(PairMark.DUPLICATE).setVisible(pair.duplicate());
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
    for (FontIcon icon : marks.values()) {
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
