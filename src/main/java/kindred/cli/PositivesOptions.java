package kindred.cli;

import kindred.experiment.Metric;
import kindred.experiment.Mix;
import kindred.experiment.Positives;
import kindred.experiment.Prepare;
import kindred.experiment.Range;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose BYOL's positives. */
final class PositivesOptions {
  @Option(
      names = "--positives",
      paramLabel = "FROM",
      description =
          "${COMPLETION-CANDIDATES}. random and oracle (same class) are controls; with --neighbors"
              + " they cover the same images as these. Default: neighbors")
  Positives.From from;

  @Option(names = "--k", description = "One of the nearest k is drawn each time. Default: 1")
  Integer k;

  @Mixin ClosenessOptions near;

  @Option(
      names = "--veto",
      paramLabel = "FILE",
      description = "Pairs that must not be used: a line {\"a\":12,\"b\":40} for each.")
  String veto;

  @Option(
      names = "--verdicts",
      description =
          "Heed people's verdicts: pairs of different kinds are vetoed, pairs of the same kind are"
              + " certain.")
  Boolean verdicts;

  @Option(
      names = "--verdict-file",
      paramLabel = "FILE",
      description = "With --verdicts: from this file. Default: the data set's own")
  String verdictFile;

  @Option(
      names = "--weak-neighbor",
      description = "Only crop and flip a view that is made of another image.")
  Boolean weakNeighbor;

  @Option(
      names = "--refresh",
      paramLabel = "E",
      description =
          "Search neighbors anew every E epochs, with the encoder in training. Default: 0, never")
  Integer refresh;

  @Option(
      names = "--metric",
      description =
          "Of a refreshed search: ${COMPLETION-CANDIDATES}. Default: that of the neighbors")
  Metric metric;

  @Option(
      names = "--prepare",
      description =
          "For a refreshed search: ${COMPLETION-CANDIDATES}. Default: as for the neighbors")
  Prepare prepare;

  @Option(
      names = "--mix",
      description =
          "weighted: ${COMPLETION-CANDIDATES}, mix targets before or after each is scaled to unit"
              + " length. Default: before")
  Mix mix;

  @Option(
      names = "--random-weight",
      paramLabel = "LOW..HIGH",
      description =
          "weighted: draw the share of the image itself for every step. Default: --pos-weight")
  String randomWeight;

  Positives positives() {
    return new Positives(
        from,
        k,
        near.mutual,
        near.closest,
        near.maxDistance,
        veto,
        verdicts,
        verdictFile,
        weakNeighbor,
        refresh,
        metric,
        prepare,
        mix,
        randomWeight == null ? null : Range.parse(randomWeight));
  }
}
