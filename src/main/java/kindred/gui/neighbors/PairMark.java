package kindred.gui.neighbors;

import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a mark above a neighbor says of the pair; in the order in which they stand, from right. */
enum PairMark {
  ONLY("fth-plus", "only in this run", ""),
  DUPLICATE("fth-copy", "near duplicate", ""),
  HUB("fth-anchor", "hub", ": a neighbor of unusually many images"),
  MUTUAL("fth-repeat", "mutual", ": each is the other's neighbor");

  private final String icon;
  private final String word;
  private final String meaning;

  PairMark(String icon, String word, String meaning) {
    this.icon = icon;
    this.word = word;
    this.meaning = meaning;
  }

  /** In a word or a few. */
  String word() {
    return word;
  }

  /** The mark itself, which says what it means while the pointer rests on it. */
  FontIcon icon() {
    FontIcon mark = new FontIcon(icon);
    mark.getStyleClass().add("pair-mark");
    mark.setAccessibleText(word + meaning);
    mark.setPickOnBounds(true);
    Tips.set(mark, word + meaning);
    return mark;
  }
}
