package kindred.gui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kindred.gui.core.Choosers;

/** Answers given beforehand to what the window asks; what was asked is kept. */
public final class Answers implements Choosers {
  private final Deque<Path> paths = new ArrayDeque<>();
  private final Deque<String> words = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  /** The next file or folder to be chosen. */
  public void choose(Path path) {
    paths.add(path);
  }

  /** The next answer. */
  public void answer(String answer) {
    words.add(answer);
  }

  /** Titles of all questions so far. */
  public List<String> asked() {
    return asked;
  }

  private Optional<Path> path(String title) {
    asked.add(title);
    return Optional.ofNullable(paths.poll());
  }

  @Override
  public Optional<Path> folder(String title) {
    return path(title);
  }

  @Override
  public Optional<Path> file(String title, String kind, String... patterns) {
    return path(title);
  }

  @Override
  public Optional<Path> save(String title, String suggestedName) {
    return path(title);
  }

  @Override
  public Optional<String> ask(String title, String text, String... answers) {
    asked.add(title);
    return Optional.ofNullable(words.poll());
  }
}
