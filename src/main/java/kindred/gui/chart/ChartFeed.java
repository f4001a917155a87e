package kindred.gui.chart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.chart.Drawing.Wish;
import kindred.gui.core.Background;
import kindred.metrics.Quantity;

/**
 * Follows the files of the runs that are seen and draws them anew, all in the background, when
 * something came or something else is wished. What comes reaches the charts about 12 times a
 * second, whoever writes how fast. For the application thread.
 */
final class ChartFeed {
  private static final long PERIOD_MILLIS = 80;
  private static final long READ_NANOS = 100_000_000;
  private static final int READ_BYTES = 1 << 18;

  /** What one look found. */
  record Found(List<Drawing> drawings, Set<Quantity> quantities, int unreadable, boolean behind) {}

  private record Sight(List<Source> sources, List<ChartModel> models, List<Wish> wishes) {}

  private final Background background;
  private final Supplier<Collection<ChartModel>> models;
  private final Consumer<Found> found;
  private final Consumer<Throwable> failed;
  private final Object reading = new Object();

  private List<Source> sources = List.of();
  private ScheduledExecutorService clock;
  private boolean looking;
  private boolean wished;
  private long lastRead;

  /**
   * @param models the charts in sight
   * @param found told after they got their drawings
   */
  ChartFeed(
      Background background,
      Supplier<Collection<ChartModel>> models,
      Consumer<Found> found,
      Consumer<Throwable> failed) {
    this.background = background;
    this.models = models;
    this.found = found;
    this.failed = failed;
  }

  /** Begins to follow, or goes on. */
  void start() {
    if (clock == null) {
      clock =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread thread = new Thread(work, "chart clock");
                thread.setDaemon(true);
                return thread;
              });
      var unused =
          clock.scheduleWithFixedDelay(
              () -> Platform.runLater(this::tick), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Stops to follow. */
  void stop() {
    if (clock != null) {
      clock.shutdownNow();
      clock = null;
    }
  }

  /** Sets whose lines are drawn, in their order. */
  void follow(List<Source> those) {
    sources = List.copyOf(those);
    redraw();
  }

  /** Draws as soon as it can be. */
  void redraw() {
    wished = true;
    if (!looking && clock != null) {
      look();
    }
  }

  private void tick() {
    if (!looking && clock != null) {
      look();
    }
  }

  private void look() {
    List<ChartModel> seen = List.copyOf(models.get());
    Sight sight = new Sight(sources, seen, seen.stream().map(ChartModel::wish).toList());
    boolean redraw = wished;
    long now = System.nanoTime();
    boolean read = now - lastRead >= TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS - 10);
    lastRead = read ? now : lastRead;
    wished = false;
    looking = true;
    run(
        () -> found(sight, read, redraw),
        answer -> {
          looking = false;
          answer.ifPresent(it -> handOut(sight, it));
          if (wished) {
            redraw();
          }
        });
  }

  private <T> void run(Callable<T> work, Consumer<T> done) {
    try {
      background.run(
          work,
          done,
          wrong -> {
            looking = false;
            failed.accept(wrong);
          });
    } catch (RejectedExecutionException closed) {
      stop();
    }
  }

  private Optional<Found> found(Sight sight, boolean read, boolean redraw) throws IOException {
    synchronized (reading) {
      boolean changed = read && readOn(sight.sources());
      if (!changed && !redraw) {
        return Optional.empty();
      }
      Set<Quantity> quantities = new TreeSet<>(Quantity.AS_SHOWN);
      int unreadable = 0;
      boolean behind = false;
      for (Source source : sight.sources()) {
        quantities.addAll(source.metrics().quantities());
        unreadable += source.metrics().unreadable();
        behind |= source.metrics().behind();
      }
      List<Drawing> drawings = new ArrayList<>();
      for (Wish wish : sight.wishes()) {
        drawings.add(Drawer.draw(sight.sources(), wish));
      }
      Warm.now();
      return Optional.of(new Found(drawings, quantities, unreadable, behind));
    }
  }

  /** Reads on in all files, for no longer than a moment. */
  private static boolean readOn(List<Source> sources) throws IOException {
    long end = System.nanoTime() + READ_NANOS;
    boolean changed = false;
    boolean behind = true;
    while (behind && System.nanoTime() < end) {
      behind = false;
      for (Source source : sources) {
        changed |= source.metrics().readOn(READ_BYTES);
        behind |= source.metrics().behind();
      }
    }
    return changed;
  }

  private void handOut(Sight sight, Found answer) {
    for (int i = 0; i < sight.models().size(); i++) {
      if (sight.models().get(i).stillWished(answer.drawings().get(i))) {
        sight.models().get(i).show(answer.drawings().get(i));
      }
    }
    if (sight.sources().equals(sources)) {
      found.accept(answer);
    }
  }

  /** Hands over what all runs have at a place of a chart's x axis. */
  void probe(ChartModel model, double x, Consumer<List<Probe.Reading>> done) {
    List<Source> those = sources;
    Wish wish = model.wish();
    run(
        () -> {
          synchronized (reading) {
            return Probe.at(x, those, wish);
          }
        },
        done);
  }

  /** Does something with the runs' metrics, in the background, while nobody reads on. */
  void with(Consumer<List<Source>> work, Runnable done) {
    List<Source> those = sources;
    run(
        () -> {
          synchronized (reading) {
            work.accept(those);
          }
          return true;
        },
        end -> done.run());
  }

  /** Loads, once, what the first chart needs. */
  private static final class Warm {
    private Warm() {}

    static {
      ChartPaper.warmUp();
    }

    static void now() {}
  }
}
