package kindred.torch;

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
    return LossSource.of(objective)
        + MethodSource.of(
            "differentiate",
            tensors.networkArguments(),
            ", images: Tensor" + LossSource.argument(objective),
            "List[Tensor]",
            differentiate(objective))
        + update.text()
        + MethodSource.of(
            "step",
            tensors.stepArguments(),
            ", pixels: Tensor, scale: Tensor, shift: Tensor, rates: Tensor"
                + (isCodes(objective) ? ", rows: Tensor" : ""),
            "Tensor",
            step(objective, tensors, update));
  }

  private static boolean isCodes(Objective objective) {
    return objective.given() instanceof Given.Codes;
  }

  private static String gradients(Objective objective) {
    return "self.gradients(terms[0], " + (isCodes(objective) ? "p + [given]" : "p") + ")";
  }

  private static String differentiate(Objective objective) {
    return LossSource.call(objective)
        + """
            out = [torch.detach(torch.stack(terms))]
            for g in %s:
              out.append(g)
            return out
        """
            .formatted(gradients(objective));
  }

  private static String step(Objective objective, LearnerTensors tensors, UpdateSource update) {
    return "    images = self.images(pixels, scale, shift)\n"
        + given(objective)
        + LossSource.call(objective)
        + """
            g = %s
            torch.set_grad_enabled(False)
        """
            .formatted(gradients(objective))
        + (objective.given() instanceof Given.Codes codes ? CodesSource.update(codes) : "")
        + "    "
        + update.call("float(rates[0])")
        + "\n"
        + average(objective, tensors)
        + """
            torch.set_grad_enabled(True)
            return torch.detach(torch.stack(terms))
        """;
  }

  private static String given(Objective objective) {
    if (objective.given() instanceof Given.Noise noise) {
      return """
          count_of_images = torch.floordiv(torch.size(images, 0), %d)
          given = torch.normal_(torch.new_empty(images, [count_of_images, %d]), 0., 1.)
      """
          .formatted(objective.views(), noise.length());
    } else if (objective.given() instanceof Given.Uniform) {
      return """
          count_of_images = torch.floordiv(torch.size(images, 0), %d)
          given = torch.mul(torch.new_ones(images, [count_of_images, 1]), float(rates[2]))
      """
          .formatted(objective.views());
    }
    return isCodes(objective) ? CodesSource.TAKE : "";
  }

  private static String average(Objective objective, LearnerTensors tensors) {
    if (objective.averaged() == 0) {
      return "";
    }
    String parameters = "    torch._foreach_lerp_(t, p[:len(t)], float(rates[1]))\n";
    return tensors.networkArguments().contains("ts")
        ? parameters + "    torch._foreach_copy_(ts, s[:len(ts)])\n"
        : parameters;
  }
}
