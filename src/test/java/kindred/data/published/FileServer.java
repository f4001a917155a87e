package kindred.data.published;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that can be as unreliable as real ones. */
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int cutAfter = Integer.MAX_VALUE;
  private volatile boolean heedsRanges = true;
  private volatile long pauseMillis;

  public FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/sets/", this::answer);
    server.start();
  }

  /** The address below which the files lie. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sets/");
  }

  public FileServer serve(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** Breaks off after so many bytes of a body. */
  void cutAfter(int bytes) {
    cutAfter = bytes;
  }

  void ignoreRanges() {
    heedsRanges = false;
  }

  /** Rests after every thousand bytes. */
  public void slowDown(long millis) {
    pauseMillis = millis;
  }

  /** File and range of each request so far. */
  public List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/sets/".length());
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(name + (range == null ? "" : " " + range));
    byte[] content = files.get(name);
    try (exchange) {
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      int from = 0;
      if (range != null && heedsRanges) {
        from = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      send(exchange, content, from);
    }
  }

  private void send(HttpExchange exchange, byte[] content, int from) throws IOException {
    OutputStream out = exchange.getResponseBody();
    int sent = 0;
    for (int at = from; at < content.length; at += 1000) {
      int length = Math.min(Math.min(1000, content.length - at), cutAfter - sent);
      out.write(content, at, length);
      out.flush();
      sent += length;
      if (sent >= cutAfter) {
        throw new IOException("broken off as a test wants it");
      }
      rest();
    }
  }

  private void rest() {
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
