package kindred.neighbors.verdict;

import static kindred.neighbors.verdict.Verdict.DIFFERENT;
import static kindred.neighbors.verdict.Verdict.SAME;
import static kindred.neighbors.verdict.Verdict.SKIP;
import static kindred.neighbors.verdict.Verdict.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private final Verdicts verdicts = Verdicts.none();
  private final List<Act> acts = new ArrayList<>();

  private void say(String by, Verdict verdict, int a, int b) {
    acts.add(verdicts.say(by, "neighbors-1", verdict, a, b, null));
  }

  private void sayOfAll(String by, Verdict verdict, int[]... pairs) {
    acts.add(verdicts.sayOfAll(by, "neighbors-1", verdict, PairKey.sorted(pairs), "some"));
  }

  private void undo(String by) {
    verdicts.undo(by).ifPresent(acts::add);
  }

  @Test
  void aPairHasTheSameVerdictInEitherOrder() {
    say("ann", SAME, 7, 2);

    assertThat(verdicts.of(2, 7)).isEqualTo(SAME);
    assertThat(verdicts.of(7, 2)).isEqualTo(SAME);
    assertThat(verdicts.of(2, 8)).isNull();
  }

  @Test
  void ofOnePersonsVerdictsTheLatestHolds() {
    say("ann", SAME, 1, 2);
    say("ann", DIFFERENT, 2, 1);

    assertThat(verdicts.of(1, 2)).isEqualTo(DIFFERENT);
    assertThat(verdicts.counts()).containsEntry(DIFFERENT, 1).containsEntry(SAME, 0);
  }

  @Test
  void peopleWhoContradictEachOtherLeaveAPairUnsure() {
    say("ann", SAME, 1, 2);
    say("bob", DIFFERENT, 1, 2);
    assertThat(verdicts.of(1, 2)).isEqualTo(UNSURE);

    say("bob", UNSURE, 1, 2);
    assertThat(verdicts.of(1, 2)).as("only one decided").isEqualTo(SAME);

    say("ann", SKIP, 1, 2);
    assertThat(verdicts.of(1, 2)).as("one looked, none decided").isEqualTo(UNSURE);
  }

  @Test
  void undoGoesBackAsFarAsThereIsAnything() {
    say("ann", SAME, 1, 2);
    say("ann", DIFFERENT, 1, 2);
    sayOfAll("ann", DIFFERENT, new int[] {3, 4}, new int[] {5, 6});
    say("bob", SAME, 8, 9);

    undo("ann");
    assertThat(verdicts.of(3, 4)).isNull();
    assertThat(verdicts.of(1, 2)).isEqualTo(DIFFERENT);
    undo("ann");
    assertThat(verdicts.of(1, 2)).isEqualTo(SAME);
    undo("ann");
    assertThat(verdicts.of(1, 2)).isNull();
    undo("ann");
    assertThat(acts).as("the fourth found nothing").hasSize(7);
    assertThat(verdicts.of(8, 9)).as("another's").isEqualTo(SAME);
  }

  @Test
  void manyPairsAtOnceAreVetoedAndAskedForByVerdict() {
    say("ann", SAME, 3, 4);
    sayOfAll("ann", DIFFERENT, new int[] {3, 4}, new int[] {6, 5}, new int[] {5, 6});
    say("ann", SAME, 5, 6);

    assertThat(verdicts.pairs(DIFFERENT)).containsExactly(PairKey.of(3, 4));
    assertThat(verdicts.pairs(SAME)).containsExactly(PairKey.of(5, 6));
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      String by = random.nextBoolean() ? "ann" : "bob";
      int a = random.nextInt(5);
      switch (random.nextInt(4)) {
        case 0 -> undo(by);
        case 1 -> sayOfAll(by, DIFFERENT, new int[] {a, a + 1}, new int[] {a, a + 2});
        default ->
            say(by, List.of(Verdict.values()).get(random.nextInt(4)), a, a + 1 + random.nextInt(3));
      }
    }
    List<Act> shuffled = new ArrayList<>(acts);
    Collections.shuffle(shuffled, random);
    shuffled.addAll(acts.subList(0, 50)); // as a file that was put together twice

    Verdicts again = Verdicts.of(shuffled);

    assertThat(again.counts()).isEqualTo(verdicts.counts());
    for (Verdict verdict : Verdict.values()) {
      assertThat(again.pairs(verdict)).isEqualTo(verdicts.pairs(verdict));
    }
    assertThat(verdicts.counts().values()).as("something of each").allMatch(count -> count > 0);
  }

  @Test
  void aClockThatIsSetBackDoesNotChangeWhatIsLatest() {
    Act future =
        new Act(
            "x",
            "2199-01-01T00:00:00Z",
            "ann",
            null,
            SAME,
            new int[][] {{1, 2}},
            null,
            null,
            null,
            null);
    verdicts.add(future);
    say("ann", DIFFERENT, 1, 2);

    assertThat(verdicts.of(1, 2)).isEqualTo(DIFFERENT);
  }
}
