package kindred.neighbors.verdict;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What several people's verdicts on a pair come to. Each has one, the latest that was not
 * withdrawn.
 */
final class Opinions {
  private Opinions() {}

  /**
   * Those that decide must agree, else nobody can tell; without one that decides the pair is unsure
   * if somebody looked, and skipped if nobody did. In whatever order they come.
   *
   * @return null of none
   */
  static Verdict together(Collection<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return null;
    }
    Set<Verdict> different = EnumSet.copyOf(verdicts);
    boolean same = different.contains(Verdict.SAME);
    boolean other = different.contains(Verdict.DIFFERENT);
    if (same != other) {
      return same ? Verdict.SAME : Verdict.DIFFERENT;
    }
    return same || different.contains(Verdict.UNSURE) ? Verdict.UNSURE : Verdict.SKIP;
  }
}
