package kindred.gui.shell;

import java.util.Locale;

/**
 * Something the palette can do.
 *
 * @param name a verb and its object
 * @param icon its name in the Feather pack
 * @param keys the shortcut as text, or empty
 * @param also further words by which it is found
 */
record Command(String name, String icon, String keys, String also, Runnable action) {
  Command(String name, String icon, String keys, Runnable action) {
    this(name, icon, keys, "", action);
  }

  /** Whether every word of a query occurs in the name or the further words. */
  boolean fits(String query) {
    String lower = (name + " " + also).toLowerCase(Locale.ROOT);
    for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return name;
  }
}
