package kindred.gui.runs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import kindred.run.Standing;

/**
 * Which runs are shown.
 *
 * @param text words that must all be found somewhere in what is known of a run
 * @param kinds of stages; empty for all
 * @param standings empty for all
 * @param favorites whether those alone
 */
record RunFilter(String text, Set<String> kinds, Set<Standing> standings, boolean favorites)
    implements Predicate<RunEntry> {
  static final RunFilter ALL = new RunFilter("", Set.of(), Set.of(), false);

  RunFilter {
    kinds = Set.copyOf(kinds);
    standings = Set.copyOf(standings);
  }

  /** The same once more; a list that is given it looks at its runs anew. */
  RunFilter again() {
    return new RunFilter(text, kinds, standings, favorites);
  }

  @Override
  public boolean test(RunEntry run) {
    return (!favorites || run.notes().favorite())
        && (kinds.isEmpty() || kinds.contains(run.kind()))
        && (standings.isEmpty() || standings.contains(run.row().standing()))
        && hasAllWords(run);
  }

  private boolean hasAllWords(RunEntry run) {
    List<String> wanted = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    if (text.isBlank()) {
      return true;
    }
    String there = run.words();
    return wanted.stream().allMatch(there::contains);
  }
}
