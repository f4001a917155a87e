package kindred.gui;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import org.hamcrest.Matcher;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.service.query.NodeQuery;

/**
 * A query that walks the window on the application thread, anew each time that it is asked. Asked
 * from the test's own thread, what asks for one node waits until there is one; what may come back
 * with none does not wait.
 */
final class WindowQuery implements NodeQuery {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final Supplier<NodeQuery> plain;

  /** Wraps a query that is made anew on the application thread. */
  WindowQuery(Supplier<NodeQuery> plain) {
    this.plain = plain;
  }

  private WindowQuery then(Function<NodeQuery, NodeQuery> step) {
    return new WindowQuery(() -> step.apply(plain.get()));
  }

  private static <T> T awaited(Callable<T> question) {
    if (Platform.isFxApplicationThread()) {
      return WindowThread.ask(question);
    }
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      // A thrown exception would be remembered as one that nobody caught, so none leaves the
      // thread.
      Object found =
          WindowThread.ask(
              () -> {
                try {
                  return question.call();
                } catch (EmptyNodeQueryException e) {
                  return e;
                }
              });
      if (!(found instanceof EmptyNodeQueryException none)) {
        @SuppressWarnings("unchecked")
        T node = (T) found;
        return node;
      }
      if (System.nanoTime() > end) {
        throw none;
      }
      WindowRobot.rest();
    }
  }

  @Override
  public NodeQuery from(Node... parents) {
    return then(query -> query.from(parents));
  }

  @Override
  public NodeQuery from(Collection<Node> parents) {
    return then(query -> query.from(parents));
  }

  @Override
  public NodeQuery lookup(String text) {
    return then(query -> query.lookup(text));
  }

  @Override
  public <T> NodeQuery lookup(Matcher<T> matcher) {
    return then(query -> query.lookup(matcher));
  }

  @Override
  public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
    return then(query -> query.lookup(predicate));
  }

  @Override
  public NodeQuery lookup(Function<Node, Set<Node>> selector) {
    return then(query -> query.lookup(selector));
  }

  @Override
  public <T> NodeQuery match(Matcher<T> matcher) {
    return then(query -> query.match(matcher));
  }

  @Override
  public <T extends Node> NodeQuery match(Predicate<T> predicate) {
    return then(query -> query.match(predicate));
  }

  @Override
  public NodeQuery nth(int index) {
    return then(query -> query.nth(index));
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
  public <T extends Node> T query() {
    return awaited(() -> plain.get().query());
  }

  @Override
  public <T extends Node> T queryAs(Class<T> type) {
    return awaited(() -> plain.get().queryAs(type));
  }

  @Override
  public <T extends Node> Optional<T> tryQuery() {
    return WindowThread.ask(() -> plain.get().tryQuery());
  }

  @Override
  public <T extends Node> Optional<T> tryQueryAs(Class<T> type) {
    return WindowThread.ask(() -> plain.get().tryQueryAs(type));
  }

  @Override
  public <T extends Node> Set<T> queryAll() {
    return WindowThread.ask(() -> plain.get().queryAll());
  }

  @Override
  public <T extends Node> Set<T> queryAllAs(Class<T> type) {
    return WindowThread.ask(() -> plain.get().queryAllAs(type));
  }
}
