package kindred.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an import did.
 *
 * @param skipped how many images were left out for each reason, the most frequent first
 */
public record ImportResult(
    DatasetInfo info, int imported, Map<String, Integer> skipped, double seconds) {
  public ImportResult {
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
  }
}
