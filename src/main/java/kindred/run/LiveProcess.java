package kindred.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kindred.experiment.BadInput;

/**
 * A run that can be asked while one looks at it: images in, vectors and neighbors out; vectors in,
 * pictures out. It computes in a process of its own, which starts with the first question, ends
 * after some idle minutes, and starts again when it is needed. For any thread.
 */
public final class LiveProcess {
  private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final int MOST_WAITING = 32;

  private final LiveProcesses all; // whose monitor guards what is below
  private final RunFolder run;
  private final List<Question<?>> waiting = new ArrayList<>();
  private LiveConnection connection;
  private boolean awake; // has a process, or the right to start one
  private boolean busy; // with a question
  private boolean served; // by a thread
  private long used;

  private record Question<A extends LiveAnswer>(
      LiveRequest<A> request, String lane, CompletableFuture<A> answer) {}

  LiveProcess(LiveProcesses all, RunFolder run) {
    this.all = all;
    this.run = run;
  }

  /**
   * Asks; questions are answered one by one.
   *
   * @return the answer, on a thread that should not be kept; a refusal or the end of the process is
   *     a {@link BadInput} that says why
   */
  public <A extends LiveAnswer> CompletableFuture<A> ask(LiveRequest<A> request) {
    return ask(request, null);
  }

  /**
   * Asks what the next question of the same lane makes needless, such as the picture at a place of
   * a slider that is dragged: if this one still waits then, it is cancelled.
   *
   * @param lane any name
   */
  public <A extends LiveAnswer> CompletableFuture<A> askLatest(
      LiveRequest<A> request, String lane) {
    return ask(request, lane);
  }

  private <A extends LiveAnswer> CompletableFuture<A> ask(LiveRequest<A> request, String lane) {
    Question<A> question = new Question<>(request, lane, new CompletableFuture<>());
    List<Question<?>> overtaken = new ArrayList<>();
    synchronized (all) {
      if (all.closed()) {
        question.answer().cancel(false);
        return question.answer();
      }
      if (lane != null) {
        waiting.removeIf(other -> lane.equals(other.lane()) && overtaken.add(other));
      }
      if (waiting.size() >= MOST_WAITING) {
        question
            .answer()
            .completeExceptionally(
                new BadInput("too much is asked at once of " + run.id() + "; wait a moment"));
        return question.answer();
      }
      waiting.add(question);
      if (!served) {
        served = true;
        all.execute(this::serve);
      }
      all.notifyAll();
    }
    overtaken.forEach(other -> other.answer().cancel(false));
    return question.answer();
  }

  private void serve() {
    try {
      for (Question<?> next = next(); next != null; next = next()) {
        answer(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUp();
    }
  }

  /** Waits for a question as long as there is a process to answer it; null ends the service. */
  private Question<?> next() throws InterruptedException {
    synchronized (all) {
      busy = false;
      used = System.nanoTime();
      all.notifyAll();
      while (waiting.isEmpty()) {
        long left = used + IDLE_NANOS - System.nanoTime();
        if (!awake || left <= 0) {
          sleep();
          served = false;
          return null;
        }
        TimeUnit.NANOSECONDS.timedWait(all, left);
      }
      busy = true;
      return waiting.remove(0);
    }
  }

  private <A extends LiveAnswer> void answer(Question<A> question) throws InterruptedException {
    try {
      LiveAnswer answer = connected().ask(question.request());
      if (answer instanceof LiveAnswer.Refused refused) {
        question.answer().completeExceptionally(new BadInput(refused.reason()));
      } else {
        question.answer().complete(question.request().answer().cast(answer));
      }
    } catch (IOException e) {
      question.answer().completeExceptionally(new BadInput(died(current()), e));
    } catch (InterruptedException e) {
      question.answer().cancel(false);
      throw e;
    } catch (RuntimeException | OutOfMemoryError e) {
      question.answer().completeExceptionally(e);
    }
  }

  private LiveConnection current() {
    synchronized (all) {
      return connection;
    }
  }

  /** The process, started if there is none. */
  private LiveConnection connected() throws IOException, InterruptedException {
    LiveConnection there = current();
    if (there != null && there.alive()) {
      return there;
    } else if (there != null) {
      died(there);
    }
    synchronized (all) {
      all.makeRoom(this);
      awake = true;
    }
    LiveConnection fresh = started();
    if (fresh.hear() instanceof LiveAnswer.Refused refused) {
      synchronized (all) {
        sleep();
      }
      throw new BadInput(refused.reason());
    }
    fresh.onEnd(this::ended);
    return fresh;
  }

  private LiveConnection started() throws IOException {
    LiveConnection fresh = null;
    try {
      fresh = LiveConnection.open(all.workspace(), run);
      return fresh;
    } finally {
      synchronized (all) {
        connection = fresh;
        if (fresh == null || all.closed()) {
          sleep();
        }
      }
    }
  }

  /** A process that ends while nobody asks it anything, and was not sent to sleep. */
  private void ended(LiveConnection which) {
    synchronized (all) {
      if (which != connection || busy) {
        return; // whoever asks finds out
      }
    }
    died(which);
  }

  /**
   * Puts a dead process away and tells of it.
   *
   * @param which or null if none was there
   * @return why it died, and what now
   */
  private String died(LiveConnection which) {
    synchronized (all) {
      if (which == null || which != connection) {
        return "The process that computes with " + run.id() + " is not there any more.";
      }
      connection = null;
      awake = false;
      all.notifyAll();
    }
    String words = which.lastWords() + " It starts again with the next question.";
    which.close();
    all.accident(words);
    return words;
  }

  /** Lets the process end, with the monitor held. */
  void sleep() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
    awake = false;
    all.notifyAll();
  }

  /** Whether it has a process and nothing to do for it, with the monitor held. */
  boolean idle() {
    return awake && !busy && waiting.isEmpty();
  }

  /** Whether it is asked anything, with the monitor held. */
  boolean working() {
    return busy || !waiting.isEmpty();
  }

  boolean awake() {
    return awake;
  }

  long used() {
    return used;
  }

  /** The process, if there is one now; for tests and the curious. */
  public OptionalLong pid() {
    synchronized (all) {
      return connection == null ? OptionalLong.empty() : OptionalLong.of(connection.pid());
    }
  }

  /** Ends the process and cancels what waits. */
  void giveUp() {
    List<Question<?>> left;
    synchronized (all) {
      left = List.copyOf(waiting);
      waiting.clear();
      sleep();
    }
    left.forEach(question -> question.answer().cancel(false));
  }
}
