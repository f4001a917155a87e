package kindred.gui.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * Sizes, positions and choices that outlive the window, in one JSON file. Reading is from memory;
 * changes are written by a thread of its own, a moment later. An unreadable file is begun anew:
 * nothing in it is dear.
 */
public final class Remembered implements AutoCloseable {
  /** Names the data set that was looked at last. */
  public static final String DATASET = "data.chosen";

  private static final long DELAY_MILLIS = 500;
  private static final int WORKSPACES = 8;

  private final Path file;
  private final ObjectNode values;
  private final ScheduledExecutorService writing =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "remembering");
            thread.setDaemon(true);
            return thread;
          });
  private boolean due;

  /** Reads the file, if there is one. */
  public Remembered(Path file) {
    this.file = file;
    this.values = read(file);
  }

  private static ObjectNode read(Path file) {
    try {
      return Files.exists(file)
          ? Json.read(Files.readString(file), ObjectNode.class, file.toString())
          : Json.object();
    } catch (IOException | BadInput e) {
      return Json.object();
    }
  }

  /** Where this system keeps the settings of programs. */
  public static Path usualFile() {
    String home = System.getProperty("user.home");
    String system = System.getProperty("os.name");
    Path folder =
        system.startsWith("Windows")
            ? Path.of(home, "AppData", "Roaming", "Kindred")
            : system.startsWith("Mac")
                ? Path.of(home, "Library", "Application Support", "Kindred")
                : Path.of(home, ".config", "kindred");
    return folder.resolve("window.json");
  }

  public synchronized double number(String key, double otherwise) {
    return values.path(key).asDouble(otherwise);
  }

  public synchronized String text(String key, String otherwise) {
    return values.path(key).asText(otherwise);
  }

  public synchronized boolean flag(String key, boolean otherwise) {
    return values.path(key).asBoolean(otherwise);
  }

  /** The constant of that name, or another if there is none. */
  public <E extends Enum<E>> E choice(String key, E otherwise) {
    String name = text(key, otherwise.name());
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return otherwise;
  }

  public synchronized void put(String key, double value) {
    values.put(key, value);
    writeSoon();
  }

  public synchronized void put(String key, String value) {
    values.put(key, value);
    writeSoon();
  }

  public synchronized void put(String key, boolean value) {
    values.put(key, value);
    writeSoon();
  }

  /** The workspaces that were open, the latest first. */
  public synchronized List<Path> workspaces() {
    List<Path> paths = new ArrayList<>();
    for (JsonNode path : values.path("workspaces")) {
      paths.add(Path.of(path.asText()));
    }
    return paths;
  }

  /** Puts a workspace first. */
  public synchronized void opened(Path workspace) {
    List<Path> paths = workspaces();
    paths.remove(workspace);
    paths.add(0, workspace);
    values.remove("workspaces");
    paths.stream()
        .limit(WORKSPACES)
        .forEach(path -> values.withArray("workspaces").add(path.toString()));
    writeSoon();
  }

  private void writeSoon() {
    if (!due && !writing.isShutdown()) {
      due = true;
      Future<?> unused = writing.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void write() {
    String text;
    synchronized (this) {
      due = false;
      text = Json.pretty(values);
    }
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.writeString(file, text);
    } catch (IOException | RuntimeException e) {
      // A window that cannot remember its size works all the same.
      System.getLogger("kindred").log(System.Logger.Level.DEBUG, "not remembered", e);
    }
  }

  /** Writes what is yet to be written. */
  @Override
  public void close() {
    writing.shutdownNow();
    write();
  }
}
