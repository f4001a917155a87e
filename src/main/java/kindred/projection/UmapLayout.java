package kindred.projection;

import java.util.function.BooleanSupplier;
import kindred.data.Draws;
import kindred.neighbors.Crew;

/**
 * UMAP's descent (McInnes, Healy and Melville 2018, section 4.2): ties pull as often as they are
 * strong, and each pull comes with pushes from vectors drawn at random. Usual are 5 pushes; with
 * 40, neighbors on the map are true ones nearly as often as in t-SNE's.
 *
 * <p>An epoch goes through the vectors in groups. Those of a group move at once, each by one
 * thread, from where all were when the group began, with draws that are keyed by seed, epoch and
 * vector; so the threads change nothing.
 */
final class UmapLayout {
  private static final int GROUPS = 8;
  private static final int PUSHES = 40;
  private static final double LONGEST_STEP = 4;
  private static final long STREAM = 0x554D4150L;

  /** Spreads the moments at which equally strong ties pull. */
  private static final double GOLDEN = 0.6180339887498949;

  private final Crew crew;
  private final SymmetricGraph ties;
  private final CurveTable curve;
  private final long seed;
  private final double[] places;
  private final double[] moved;
  private final double strongest;

  /**
   * Prepares the descent.
   *
   * @param places n×2, about 20 wide; taken over
   */
  UmapLayout(Crew crew, SymmetricGraph ties, LowCurve curve, long seed, double[] places) {
    this.crew = crew;
    this.ties = ties;
    this.curve = new CurveTable(curve);
    this.seed = seed;
    this.places = places;
    this.moved = new double[places.length];
    double most = 0;
    for (float weight : ties.weights()) {
      most = Math.max(most, weight);
    }
    this.strongest = most;
  }

  /** As many epochs as usual for so many vectors. */
  static int epochs(int n) {
    return n <= 10_000 ? 300 : 200;
  }

  /** Descends; returns false after a stop. */
  boolean run(Projection.Watcher watcher, BooleanSupplier stop) {
    int epochs = epochs(ties.n());
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int group = 0; group < GROUPS; group++) {
        if (stop.getAsBoolean()) {
          return false;
        }
        move(group, epoch, 1 - (double) epoch / epochs);
      }
      watcher.laid(epoch + 1L, epochs);
    }
    return true;
  }

  private void move(int group, int epoch, double rate) {
    int members = (ties.n() - group + GROUPS - 1) / GROUPS;
    ThreadLocal<Draws> draws = ThreadLocal.withInitial(Draws::new);
    crew.rows(
        members,
        member -> {
          Draws own = draws.get();
          int i = group + member * GROUPS;
          own.startStream(seed, epoch, i, STREAM);
          move(i, epoch, rate, own);
        });
    for (int i = group; i < ties.n(); i += GROUPS) {
      places[2 * i] = moved[2 * i];
      places[2 * i + 1] = moved[2 * i + 1];
    }
  }

  private void move(int i, int epoch, double rate, Draws draws) {
    double x = places[2 * i];
    double y = places[2 * i + 1];
    int n = ties.n();
    for (int tie = ties.starts()[i]; tie < ties.starts()[i + 1]; tie++) {
      if (!pulls(tie, epoch)) {
        continue;
      }
      int other = ties.columns()[tie];
      double dx = x - places[2 * other];
      double dy = y - places[2 * other + 1];
      double pull = curve.pull(dx * dx + dy * dy);
      x += rate * 2 * limited(pull * dx); // the other end's tie pulls this end too
      y += rate * 2 * limited(pull * dy);
      for (int j = 0; j < PUSHES; j++) {
        int drawn = draws.nextInt(n);
        if (drawn != i) {
          dx = x - places[2 * drawn];
          dy = y - places[2 * drawn + 1];
          double push = curve.push(dx * dx + dy * dy);
          x += rate * limited(push * dx);
          y += rate * limited(push * dy);
        }
      }
    }
    moved[2 * i] = x;
    moved[2 * i + 1] = y;
  }

  /** Whether it is a tie's turn; the strongest has one in every epoch. */
  private boolean pulls(int tie, int epoch) {
    double often = ties.weights()[tie] / strongest;
    double begin = tie * GOLDEN;
    double at = begin - Math.floor(begin) + epoch * often;
    return Math.floor(at + often) > Math.floor(at);
  }

  private static double limited(double step) {
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
  }

  /** n×2. */
  double[] places() {
    return places;
  }
}
