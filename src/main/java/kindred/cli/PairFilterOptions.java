package kindred.cli;

import kindred.neighbors.pairs.PairFilter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose among pairs, as BYOL's do. */
final class PairFilterOptions {
  @Option(names = "--k", description = "Only the nearest k of each image. Default: all")
  Integer k;

  @Mixin ClosenessOptions near;

  PairFilter filter() {
    return new PairFilter(
        k, near.mutual, near.closest, near.maxDistance, null, null, null, null, null, null);
  }
}
