package kindred.neighbors.verdict;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Says that a pair was not looked for but drawn, and from which pairs: only such verdicts count for
 * an estimate.
 *
 * @param graph digest of the neighbors that the pair was drawn from
 * @param seed of the order in which they are drawn
 * @param filter which of them could be drawn, as its JSON
 */
public record Drawn(String graph, long seed, JsonNode filter) {}
