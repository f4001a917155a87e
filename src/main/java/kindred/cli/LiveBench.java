package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import kindred.experiment.Json;
import kindred.run.LiveBenchmark;

/** Measures how fast a live process answers, and says so. */
final class LiveBench {
  private LiveBench() {}

  static int measure(Terminal terminal) {
    LiveBenchmark.Result found = LiveBenchmark.measure();
    ObjectNode result = Json.object().put("what", "live");
    result.put("start_ms", rounded(found.startMillis()));
    result.put("encode_ms", rounded(found.encodeMillis()));
    result.put("encode_ms_p95", rounded(found.encodeMillis95()));
    result.put("pictures_per_s", rounded(found.picturesPerSecond()));
    result.put("lookup_ms", rounded(found.lookupMillis()));
    terminal.line(
        String.format(
            Locale.ROOT,
            "live: first answer after %.0f ms; an image and its neighbors in %.1f ms; %.0f pictures"
                + " a second; 50,000 vectors looked through in %.1f ms",
            found.startMillis(),
            found.encodeMillis(),
            found.picturesPerSecond(),
            found.lookupMillis()));
    terminal.result(result);
    return 0;
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
