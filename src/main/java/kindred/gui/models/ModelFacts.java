package kindred.gui.models;

import java.util.List;
import java.util.Map;
import kindred.report.ProvenanceFacts;
import kindred.run.Produced;
import kindred.run.RunFolder;

/**
 * What a run's folder says about what it made.
 *
 * @param provenance values by what they are, for a reader
 */
record ModelFacts(List<Produced.Piece> pieces, Map<String, String> provenance) {
  /** Reads; for background threads. */
  static ModelFacts read(RunFolder run) {
    return new ModelFacts(Produced.of(run), ProvenanceFacts.of(run));
  }
}
