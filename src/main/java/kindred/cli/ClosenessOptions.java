package kindred.cli;

import picocli.CommandLine.Option;

/** The options that keep only pairs of images that are close to each other. */
final class ClosenessOptions {
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
}
