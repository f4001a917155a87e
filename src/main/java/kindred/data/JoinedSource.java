package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import kindred.experiment.BadInput;

/**
 * The images of one source and, after them, those of another of the same classes, which may all be
 * for testing. Closing it closes both.
 */
final class JoinedSource implements ImageSource {
  private final ImageSource first;
  private final ImageSource second;
  private final boolean secondTests;

  private JoinedSource(ImageSource first, ImageSource second, boolean secondTests) {
    this.first = first;
    this.second = second;
    this.secondTests = secondTests;
    List<String> some = first.classes();
    List<String> others = second.classes();
    int both = Math.min(some.size(), others.size());
    if (!some.subList(0, both).equals(others.subList(0, both))) {
      throw new BadInput(
          "%s has the classes %s, but %s has %s; give them the same classes or import them apart"
              .formatted(
                  first.description(),
                  String.join(", ", some),
                  second.description(),
                  String.join(", ", others)));
    }
  }

  /**
   * Images of two sources as those of one.
   *
   * @throws BadInput if their classes differ; one of them may have more, after those of both
   */
  static ImageSource of(ImageSource first, ImageSource second) {
    return new JoinedSource(first, second, false);
  }

  /**
   * Training images and test images.
   *
   * @throws BadInput as {@link #of}
   */
  static ImageSource split(ImageSource train, ImageSource test) {
    return new JoinedSource(train, test, true);
  }

  @Override
  public String description() {
    return "%s, and %s%s"
        .formatted(first.description(), secondTests ? "for testing " : "", second.description());
  }

  @Override
  public List<String> classes() {
    return first.classes().size() < second.classes().size() ? second.classes() : first.classes();
  }

  @Override
  public int count() {
    return Math.addExact(first.count(), second.count());
  }

  @Override
  public String name(int image) {
    return inSecond(image) ? second.name(image - first.count()) : first.name(image);
  }

  @Override
  public boolean test(int image) {
    return inSecond(image) ? secondTests || second.test(image - first.count()) : first.test(image);
  }

  private boolean inSecond(int image) {
    return image >= first.count();
  }

  @Override
  public Reading read() throws IOException {
    Reading one = first.read();
    boolean opened = false;
    try {
      Reading other = second.read();
      opened = true;
      return new Both(one, other);
    } finally {
      if (!opened) {
        one.close();
      }
    }
  }

  private final class Both implements Reading {
    private final Reading one;
    private final Reading other;
    private int next;

    Both(Reading one, Reading other) {
      this.one = one;
      this.other = other;
    }

    @Override
    public Item next() throws IOException {
      return inSecond(next++) ? other.next() : one.next();
    }

    @Override
    public void close() throws IOException {
      closeBoth(one, other);
    }
  }

  private static void closeBoth(Closeable one, Closeable other) throws IOException {
    try (one;
        other) {
      // both, even if one fails
    }
  }

  @Override
  public void close() throws IOException {
    closeBoth(first, second);
  }
}
