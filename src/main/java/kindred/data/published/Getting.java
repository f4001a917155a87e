package kindred.data.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kindred.data.Background;
import kindred.data.ImportProgress;
import kindred.data.ImportRequest;
import kindred.data.ImportResult;
import kindred.data.Importer;
import kindred.data.published.GetProgress.Step;
import kindred.experiment.BadInput;

/**
 * The way of a published set to a data set: its files are fetched, their checksums compared,
 * archives unpacked, and the images imported. Fetched files stay, so that the set can be had in
 * another size; what was unpacked is removed. To be called only after the user's yes.
 */
public final class Getting {
  private static final String UNPACKED = "unpacked";
  private static final double SLACK = 1.1; // file systems need some room of their own

  private final PublishedSet set;
  private final URI from;
  private final Path folder;
  private final Consumer<GetProgress> progress;
  private final BooleanSupplier cancelled;

  /**
   * @param from address below which the files lie; the set's own, or that of a mirror
   * @param downloads folder for what is fetched, made if needed; each set has a folder in it
   * @param progress told about ten times a second, on the calling thread
   * @param cancelled asked often, on the calling thread
   * @throws BadInput if the address can be none
   */
  public Getting(
      PublishedSet set,
      URI from,
      Path downloads,
      Consumer<GetProgress> progress,
      BooleanSupplier cancelled) {
    this.set = set;
    this.from = checked(from);
    this.folder = downloads.toAbsolutePath().resolve(set.name());
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * Reads an address that a user typed.
   *
   * @throws BadInput if it is none of HTTP
   */
  public static URI address(String text) {
    try {
      return checked(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new BadInput("'" + text + "' is no address; give one such as https://host/folder/", e);
    }
  }

  private static URI checked(URI from) {
    String scheme = String.valueOf(from.getScheme()).toLowerCase(Locale.ROOT);
    if ((!scheme.equals("http") && !scheme.equals("https")) || from.getHost() == null) {
      throw new BadInput("'" + from + "' is no address; give one such as https://host/folder/");
    }
    return from.toString().endsWith("/") ? from : URI.create(from + "/");
  }

  /** The folder for what is fetched in a workspace. */
  public static Path downloads(Path workspace) {
    return workspace.resolve("downloads");
  }

  /** How many bytes of a set's files have been fetched so far. */
  public static long kept(PublishedSet set, Path downloads) {
    Path folder = downloads.resolve(set.name());
    long kept = 0;
    for (PublishedFile file : set.files()) {
      kept += Math.max(size(folder.resolve(file.name())), size(partOf(folder, file)));
    }
    return kept;
  }

  private static Path partOf(Path folder, PublishedFile file) {
    return Download.partOf(folder.resolve(file.name()));
  }

  private static long size(Path file) {
    return file.toFile().length(); // 0 if it is not there
  }

  /**
   * Gets the set and makes a data set of it.
   *
   * @param datasets the workspace's folder of data sets
   * @throws BadInput if a name is taken, a file cannot be had or is wrong, or there is no room
   * @throws CancellationException if cancelled; what was fetched is kept for the next attempt
   */
  public ImportResult run(String name, int size, Path datasets) {
    ImportRequest request = request(name, size);
    if (Files.exists(datasets.resolve(name))) {
      throw new BadInput("there is already a data set '" + name + "'; choose another name");
    }
    try {
      Files.createDirectories(folder);
      removeUnpacked();
      requireSpace(size);
      long before = 0;
      for (PublishedFile file : set.files()) {
        fetch(file, before);
        before += file.bytes();
      }
      if (set.unpacked() > 0) {
        unpack();
      }
      nameClasses();
      ImportResult result =
          Importer.run(request, set.title() + ", " + from, datasets, this::imported, cancelled);
      removeUnpacked();
      return result;
    } catch (IOException | UncheckedIOException e) {
      throw new BadInput(
          "%s cannot be written to: %s; make room there or choose another workspace"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private ImportRequest request(String name, int size) {
    Path files = set.unpacked() > 0 ? folder.resolve(UNPACKED) : folder;
    return new ImportRequest(
        List.of(files.resolve(set.parts().train())),
        name,
        size,
        Optional.empty(),
        false,
        Optional.empty(),
        set.parts().test().map(files::resolve),
        Background.WHITE);
  }

  private void requireSpace(int size) throws IOException {
    long missing = Math.max(0, set.bytes() - kept(set, folder.getParent()));
    double needed = SLACK * (missing + set.unpacked() + set.packed(size));
    long free = Files.getFileStore(folder).getUsableSpace();
    if (needed > free) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s needs %.1f GB of free space, and %s has %.1f GB; make room there, take a smaller"
                  + " size or choose another workspace",
              set.title(),
              needed / 1e9,
              folder,
              free / 1e9));
    }
  }

  /**
   * @param before bytes of the files before it, so that progress is that of the whole set
   */
  private void fetch(PublishedFile file, long before) throws IOException {
    Path target = folder.resolve(file.name());
    if (Files.exists(target) && fits(file, target)) {
      return;
    }
    URI address = from.resolve(file.name());
    long already = before + size(partOf(folder, file));
    Pace pace = new Pace(Step.DOWNLOADING, already, set.bytes(), progress);
    Download.fetch(address, target, file.bytes(), come -> pace.done(before + come), cancelled);
    if (!fits(file, target)) {
      Files.delete(target);
      throw new BadInput(
          "%s is not the file it should be: its %s checksum differs; it was removed, so get it"
                  .formatted(address, file.checksum().algorithm())
              + " again or give another address");
    }
  }

  private boolean fits(PublishedFile file, Path target) throws IOException {
    Pace pace = new Pace(Step.CHECKING, 0, file.bytes(), progress);
    return Files.size(target) == file.bytes()
        && file.checksum().fits(target, pace::done, cancelled);
  }

  private void unpack() throws IOException {
    for (PublishedFile file : set.files()) {
      Pace pace = new Pace(Step.UNPACKING, 0, file.bytes(), progress);
      long limit = (long) (SLACK * set.unpacked());
      Unpacking.unpack(
          folder.resolve(file.name()), folder.resolve(UNPACKED), limit, pace::done, cancelled);
    }
  }

  /** Leaves the names of the classes where an import finds them, if the files have none. */
  private void nameClasses() throws IOException {
    if (!set.parts().classes().isEmpty()) {
      String names = String.join("\n", set.parts().classes()) + "\n";
      Files.writeString(folder.resolve("class_names.txt"), names, StandardCharsets.UTF_8);
    }
  }

  private void imported(ImportProgress now) {
    progress.accept(
        new GetProgress(
            Step.IMPORTING, now.done(), now.total(), now.imagesPerSecond(), now.secondsLeft()));
  }

  private void removeUnpacked() throws IOException {
    Path unpacked = folder.resolve(UNPACKED);
    if (!Files.exists(unpacked)) {
      return;
    }
    try (Stream<Path> all = Files.walk(unpacked)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
