package kindred.cli;

import kindred.neighbors.pairs.PairFilter;
import picocli.CommandLine.Option;

/** The options that choose among pairs, as BYOL's do. */
final class PairFilterOptions {
  @Option(names = "--k", description = "Only the nearest k of each image. Default: all")
  Integer k;

  @Option(
      names = "--mutual",
      paramLabel = "M",
      description = "Only pairs in which each is among the other's nearest M. Default: 0, any pair")
  Integer mutual;

  @Option(
      names = "--closest",
      paramLabel = "SHARE",
      description = "Only this share of the pairs, the closest ones. Default: 1, all")
  Double closest;

  @Option(
      names = "--max-distance",
      paramLabel = "D",
      description = "Only pairs no farther apart than this. Default: any")
  Double maxDistance;

  PairFilter filter() {
    return new PairFilter(k, mutual, closest, maxDistance, null, null, null, null, null, null);
  }
}
