package kindred.data;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Encoded image files of a folder or an archive, with classes by folder. */
final class FileSource implements ImageSource {
  /** Larger files are not read. */
  static final long MAX_BYTES = 100_000_000;

  private final String kind;
  private final ClassFolders folders;
  private final Files files;

  /** Where the files are. Safe for use by any number of threads. */
  interface Files {
    /**
     * The content of a file.
     *
     * @param path as it was given to {@link ClassFolders}
     * @throws UnusableImage if it cannot be read or is larger than {@link #MAX_BYTES}
     */
    byte[] read(String path) throws UnusableImage;

    void close() throws IOException;
  }

  FileSource(String kind, ClassFolders folders, Files files) {
    this.kind = kind;
    this.folders = folders;
    this.files = files;
  }

  static UnusableImage tooLarge() {
    return new UnusableImage("file larger than " + MAX_BYTES / 1_000_000 + " MB");
  }

  @Override
  public String description() {
    return kind + " of " + folders.description();
  }

  @Override
  public List<String> classes() {
    return folders.classes();
  }

  @Override
  public int count() {
    return folders.names().size();
  }

  @Override
  public String name(int image) {
    return folders.names().get(image);
  }

  @Override
  public boolean test(int image) {
    return folders.test(name(image));
  }

  /**
   * The content of a file; empty if there is none of this name.
   *
   * @throws UnusableImage if it cannot be read whole
   */
  Optional<byte[]> file(String name) throws UnusableImage {
    return Collections.binarySearch(folders.names(), name) < 0
        ? Optional.empty()
        : Optional.of(files.read(folders.path(name)));
  }

  @Override
  public Reading read() {
    return new Reading() {
      private int next;

      @Override
      public Item next() {
        String name = name(next++);
        return new Item(
            name,
            folders.label(name),
            (decoder, fit) -> decoder.decode(name, files.read(folders.path(name)), fit));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
