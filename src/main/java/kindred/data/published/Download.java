package kindred.data.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import kindred.experiment.BadInput;

/**
 * Fetches one file over HTTP. What has come stays in a file ending in {@code .part}, from whose end
 * the next attempt goes on if the server can do that; else it begins anew. The file's own name
 * appears when it is whole; whether it is right its checksum says.
 */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration STALLED = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 50;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BEYOND_THE_END = 416;

  private final URI address;
  private final long bytes;
  private final FileChannel part;
  private final AtomicLong have = new AtomicLong();
  private final LongConsumer progress;
  private final BooleanSupplier cancelled;

  private Download(
      URI address, long bytes, FileChannel part, LongConsumer progress, BooleanSupplier cancelled) {
    this.address = address;
    this.bytes = bytes;
    this.part = part;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /** The file that holds what has come so far. */
  static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /**
   * Fetches a file.
   *
   * @param bytes the size it must have
   * @param progress told the bytes that are there, on this thread
   * @param cancelled asked often, on this thread
   * @throws BadInput if it cannot be had; what has come is kept for the next attempt
   * @throws CancellationException if cancelled; likewise
   */
  static void fetch(
      URI address, Path target, long bytes, LongConsumer progress, BooleanSupplier cancelled)
      throws IOException {
    Path file = partOf(target);
    try (FileChannel part =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(part, file)) {
      new Download(address, bytes, part, progress, cancelled).fetch();
      part.force(true);
    }
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileLock lock(FileChannel part, Path file) throws IOException {
    FileLock lock = null;
    try {
      lock = part.tryLock();
    } catch (OverlappingFileLockException e) {
      // somebody else in this process has it, which is the same
    }
    if (lock == null) {
      throw new BadInput(file + " is being downloaded already; wait for that or stop it");
    }
    return lock;
  }

  private void fetch() throws IOException {
    if (part.size() > bytes) {
      part.truncate(0); // of another file
    }
    have.set(part.size());
    if (have.get() == bytes) {
      return;
    }
    int status = ask();
    if (status == BEYOND_THE_END && have.get() > 0) {
      part.truncate(0);
      have.set(0);
      status = ask();
    }
    if (status != OK && status != PARTIAL) {
      throw new BadInput(
          "%s answered %d%s; try again later, or give another address that has the file"
              .formatted(address, status, status == 404 ? ", which means it is not there" : ""));
    }
    if (have.get() != bytes) {
      throw new BadInput(
          "%s ended after %d of %d bytes; get it again to go on from there"
              .formatted(address, have.get(), bytes));
    }
  }

  /** One question and its whole answer; returns the status. */
  private int ask() throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (have.get() > 0) {
      request.header("Range", "bytes=" + have.get() + "-");
    }
    BodyHandler<Void> body = this::take;
    CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), body);
    boolean answered = false;
    try {
      int status = await(answer).statusCode();
      answered = true;
      return status;
    } finally {
      if (!answered) {
        answer.cancel(true);
      }
    }
  }

  /** Decides what to do with what comes; on a thread of the client. */
  private BodySubscriber<Void> take(ResponseInfo answer) {
    boolean goesOn = answer.statusCode() == PARTIAL && goesOn(answer);
    if (answer.statusCode() != OK && !goesOn) {
      return BodySubscribers.replacing(null);
    }
    if (!goesOn) {
      have.set(0); // the server begins at the beginning
    }
    return BodySubscribers.ofByteArrayConsumer(this::write);
  }

  private boolean goesOn(ResponseInfo answer) {
    String range = answer.headers().firstValue("Content-Range").orElse("");
    return range.startsWith("bytes " + have.get() + "-");
  }

  private void write(Optional<byte[]> more) {
    byte[] come = more.orElse(new byte[0]);
    long at = have.get();
    if (at + come.length > bytes) {
      throw new BadInput(
          address + " is longer than the " + bytes + " bytes it should have; it is another file");
    }
    try {
      if (at == 0) {
        part.truncate(0);
      }
      ByteBuffer buffer = ByteBuffer.wrap(come);
      while (buffer.hasRemaining()) {
        at += part.write(buffer, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    have.set(at);
  }

  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer)
      throws IOException {
    long before = -1;
    long since = System.nanoTime();
    while (true) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("download cancelled");
      }
      try {
        HttpResponse<Void> whole = answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        progress.accept(have.get());
        return whole;
      } catch (TimeoutException e) {
        progress.accept(have.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("download interrupted");
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      }
      if (have.get() != before) {
        before = have.get();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > STALLED.toNanos()) {
        throw new BadInput(
            "nothing has come from %s for %d s; get it again to go on from %d of %d bytes"
                .formatted(address, STALLED.toSeconds(), have.get(), bytes));
      }
    }
  }

  private BadInput failure(Throwable cause) throws IOException {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof BadInput known) {
        return known;
      }
      if (inner instanceof UncheckedIOException disk) {
        throw disk.getCause();
      }
    }
    boolean unreachable = cause instanceof ConnectException;
    return new BadInput(
        unreachable
            ? address.getHost()
                + " cannot be reached; see whether this machine is online, or give another address"
            : "%s broke off after %d of %d bytes (%s); get it again to go on from there"
                .formatted(address, have.get(), bytes, cause.getMessage()),
        cause);
  }
}
