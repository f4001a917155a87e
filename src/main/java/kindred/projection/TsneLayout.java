package kindred.projection;

import java.util.function.BooleanSupplier;
import kindred.neighbors.Crew;

/**
 * t-SNE's gradient descent. Attraction follows the affinities exactly, repulsion is summed in a
 * {@link QuadTree}. Schedule: 250 steps with affinities exaggerated 12 times and the rate n/12,
 * then 500 plain ones with the rate n (Belkina et al. 2019), momentum 0.8, and a gain for every
 * coordinate (Jacobs 1988). Each vector is moved by one thread from where all were before the step,
 * and sums are taken over fixed blocks, so that the threads change nothing.
 */
final class TsneLayout {
  static final int EXAGGERATED_STEPS = 250;
  static final int STEPS = 750;
  private static final double EXAGGERATION = 12;
  private static final double MOMENTUM = 0.8;
  private static final double LEAST_GAIN = 0.01;
  private static final double LONGEST_STEP = 5;
  private static final double THETA = 0.5;
  private static final int BLOCK = 512;

  private final Crew crew;
  private final SymmetricGraph affinities;
  private final int n;
  private final QuadTree tree;
  private final double[] push;
  private final double[] gains;
  private final double[] speeds;
  private double[] places;
  private double[] next;

  /**
   * Prepares the descent.
   *
   * @param places n×2, small; taken over
   */
  TsneLayout(Crew crew, SymmetricGraph affinities, double[] places) {
    this.crew = crew;
    this.affinities = affinities;
    this.n = affinities.n();
    this.tree = new QuadTree(n);
    this.places = places;
    this.next = new double[2 * n];
    this.push = new double[2 * n];
    this.speeds = new double[2 * n];
    this.gains = new double[2 * n];
    java.util.Arrays.fill(gains, 1);
  }

  /** Descends; returns false after a stop. */
  boolean run(Projection.Watcher watcher, BooleanSupplier stop) {
    for (int step = 0; step < STEPS; step++) {
      if (stop.getAsBoolean()) {
        return false;
      }
      if (step < EXAGGERATED_STEPS) {
        step(EXAGGERATION, n / EXAGGERATION);
      } else {
        step(1, n);
      }
      watcher.laid(step + 1L, STEPS);
    }
    return true;
  }

  /** n×2. */
  double[] places() {
    return places;
  }

  private void step(double exaggeration, double rate) {
    double total = repulsion(THETA);
    crew.rows(n, i -> move(i, exaggeration, rate, total));
    double[] before = places;
    places = next;
    next = before;
  }

  /** Sums what pushes each vector, and returns the sum of all q. */
  private double repulsion(double theta) {
    tree.build(places);
    double[] sums = new double[(n + BLOCK - 1) / BLOCK];
    crew.each(
        sums.length,
        block -> {
          double sum = 0;
          int to = Math.min(n, (block + 1) * BLOCK);
          for (int i = block * BLOCK; i < to; i++) {
            sum += tree.repel(i, theta, push);
          }
          sums[block] = sum;
        });
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    return total;
  }

  private void move(int i, double exaggeration, double rate, double total) {
    double x = places[2 * i];
    double y = places[2 * i + 1];
    double pullX = 0;
    double pullY = 0;
    for (int tie = affinities.starts()[i]; tie < affinities.starts()[i + 1]; tie++) {
      int other = affinities.columns()[tie];
      double dx = x - places[2 * other];
      double dy = y - places[2 * other + 1];
      double pull = affinities.weights()[tie] / (1 + dx * dx + dy * dy);
      pullX += pull * dx;
      pullY += pull * dy;
    }
    double stepX = changed(2 * i, exaggeration * pullX - push[2 * i] / total, rate);
    double stepY = changed(2 * i + 1, exaggeration * pullY - push[2 * i + 1] / total, rate);
    double length = Math.hypot(stepX, stepY);
    double scale = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    next[2 * i] = x + scale * stepX;
    next[2 * i + 1] = y + scale * stepY;
  }

  /** Changes the speed of a coordinate. */
  private double changed(int at, double gradient, double rate) {
    boolean turned = speeds[at] * gradient > 0;
    gains[at] = turned ? Math.max(LEAST_GAIN, gains[at] * 0.8) : gains[at] + 0.2;
    speeds[at] = MOMENTUM * speeds[at] - rate * gains[at] * gradient;
    return speeds[at];
  }

  /**
   * The gradient of the divergence by all coordinates.
   *
   * @param theta 0 for the exact one
   */
  double[] gradient(double theta) {
    double total = repulsion(theta);
    double[] gradient = new double[2 * n];
    for (int i = 0; i < n; i++) {
      for (int axis = 0; axis < 2; axis++) {
        gradient[2 * i + axis] = -4 * push[2 * i + axis] / total;
      }
      for (int tie = affinities.starts()[i]; tie < affinities.starts()[i + 1]; tie++) {
        int other = affinities.columns()[tie];
        double dx = places[2 * i] - places[2 * other];
        double dy = places[2 * i + 1] - places[2 * other + 1];
        double pull = 4 * affinities.weights()[tie] / (1 + dx * dx + dy * dy);
        gradient[2 * i] += pull * dx;
        gradient[2 * i + 1] += pull * dy;
      }
    }
    return gradient;
  }

  /** The Kullback-Leibler divergence of the map's affinities from the vectors', in nats. */
  double divergence() {
    double total = repulsion(THETA);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int tie = affinities.starts()[i]; tie < affinities.starts()[i + 1]; tie++) {
        int other = affinities.columns()[tie];
        double dx = places[2 * i] - places[2 * other];
        double dy = places[2 * i + 1] - places[2 * other + 1];
        double p = affinities.weights()[tie];
        sum += p * Math.log(p * (1 + dx * dx + dy * dy) * total);
      }
    }
    return sum;
  }
}
