package kindred.torch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the methods around an objective's loss: {@code step}, which differentiates it and updates
 * everything in place, and {@code differentiate}, which only differentiates.
 *
 * <p>There is no {@code no_grad} in this form of TorchScript. The target needs none, since its
 * tensors require no gradient; updates of parameters stand between switches of autograd's mode.
 */
final class StepSource {
  private StepSource() {}

  static String of(Objective objective, LearnerTensors tensors, UpdateSource update) {
    return loss(objective)
        + GRADIENTS
        + differentiate(tensors)
        + update.text()
        + step(objective, tensors, update);
  }

  private static String loss(Objective objective) {
    return "  def loss(self, online: Tuple[List[Tensor], List[Tensor]], target: Tuple[List[Tensor],"
        + " List[Tensor]], images: Tensor) -> List[Tensor]:\n"
        + objective.loss().stripTrailing().indent(4);
  }

  // The fused kernels walk raw memory, so a gradient must be laid out like its parameter.
  static final String GRADIENTS =
      """
        def gradients(self, loss: Tensor, p: List[Tensor]) -> List[Tensor]:
          found = torch.grad([loss], p)
          g = annotate(List[Tensor], [])
          for i in range(len(p)):
            g.append(torch.contiguous(unchecked_cast(Tensor, found[i])))
          return g
      """;

  private static String differentiate(LearnerTensors tensors) {
    return "  def differentiate("
        + signature(tensors.networkArguments())
        + ", images: Tensor) -> List[Tensor]:\n"
        + absent(tensors.networkArguments())
        + """
            terms = self.loss((p, s), (t, ts), images)
            out = [torch.detach(torch.stack(terms))]
            for g in self.gradients(terms[0], p):
              out.append(g)
            return out
        """
            .indent(0);
  }

  private static String step(Objective objective, LearnerTensors tensors, UpdateSource update) {
    String text =
        "  def step("
            + signature(tensors.stepArguments())
            + ", pixels: Tensor, scale: Tensor, shift: Tensor, rates: Tensor) -> Tensor:\n"
            + absent(tensors.networkArguments())
            + """
                terms = self.loss((p, s), (t, ts), self.images(pixels, scale, shift))
                g = self.gradients(terms[0], p)
                torch.set_grad_enabled(False)
                %s
            """
                .formatted(update.call("float(rates[0])"));
    if (objective.averaged() > 0) {
      text +=
          """
              torch._foreach_lerp_(t, p[:len(t)], float(rates[1]))
          """;
      if (tensors.networkArguments().contains("ts")) {
        text +=
            """
                torch._foreach_copy_(ts, s[:len(ts)])
            """;
      }
    }
    return text
        + """
            torch.set_grad_enabled(True)
            return torch.detach(torch.stack(terms))
        """;
  }

  private static String signature(List<String> lists) {
    return "self, "
        + lists.stream().map(name -> name + ": List[Tensor]").collect(Collectors.joining(", "));
  }

  /** An empty list cannot be passed as an argument, so it is made inside. */
  private static String absent(List<String> present) {
    return List.of("s", "t", "ts").stream()
        .filter(name -> !present.contains(name))
        .map(name -> "    " + name + " = annotate(List[Tensor], [])\n")
        .collect(Collectors.joining());
  }
}
