package kindred.torch;

/** Writes an objective's loss and what it takes to call and to differentiate it. */
final class LossSource {
  private LossSource() {}

  // The optimizers' fused kernels walk raw memory, so a gradient must be laid out like its
  // parameter.
  static final String GRADIENTS =
      """
        def gradients(self, loss: Tensor, p: List[Tensor]) -> List[Tensor]:
          found = torch.grad([loss], p)
          g = annotate(List[Tensor], [])
          for i in range(len(p)):
            g.append(torch.contiguous(unchecked_cast(Tensor, found[i])))
          return g
      """;

  /** The methods {@code loss} and {@code gradients}. */
  static String of(Objective objective) {
    return "  def loss(self, online: Tuple[List[Tensor], List[Tensor]], target: Tuple[List[Tensor],"
        + " List[Tensor]], images: Tensor"
        + argument(objective)
        + ") -> List[Tensor]:\n"
        + objective.loss().stripTrailing().indent(4)
        + GRADIENTS;
  }

  /** The argument {@code given} of a method that hands it on, if the loss wants one. */
  static String argument(Objective objective) {
    return isGiven(objective) ? ", given: Tensor" : "";
  }

  /** The line that calls the loss on what has the names of its arguments. */
  static String call(Objective objective) {
    return "    terms = self.loss((p, s), (t, ts), images"
        + (isGiven(objective) ? ", given" : "")
        + ")\n";
  }

  private static boolean isGiven(Objective objective) {
    return !(objective.given() instanceof Given.Nothing);
  }
}
