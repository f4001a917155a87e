package kindred.torch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kindred.experiment.OptimizerPlan;
import kindred.experiment.OptimizerPlan.Kind;
import kindred.model.Initial;
import kindred.model.ParameterSpec;
import kindred.model.ParameterSpec.Role;

/**
 * Writes an optimizer's step as the method {@code update(p, g, STATE…, lr)} and names the state
 * that it keeps between steps. The method changes parameters {@code p}, state and gradients {@code
 * g} in place; it is called with autograd off.
 *
 * <p>One operation covers all parameters wherever PyTorch has such a one. The compiler drops an
 * operation that writes to the tensors of a list which was made in the program and is not read
 * afterwards, even if they are parameters: so write to arguments only.
 */
final class UpdateSource {
  private static final List<ParameterSpec> STEP =
      List.of(new ParameterSpec("step", new long[0], Role.TRAINED, Initial.constant(0)));

  private final OptimizerPlan plan;
  private final List<ParameterSpec> parameters;

  /** Tensors, zero at first, that are the list argument {@code argument}. */
  record State(String argument, String prefix, List<ParameterSpec> specs) {}

  /**
   * The update of parameters that stand in this order.
   *
   * @param parameters what they are decides which ones LARS leaves alone
   */
  UpdateSource(OptimizerPlan plan, List<ParameterSpec> parameters) {
    this.plan = plan;
    this.parameters = List.copyOf(parameters);
  }

  /** In the order of the method's arguments; prefixes as PyTorch names the state. */
  List<State> states() {
    String optimizer = plan.kind() + ".";
    return switch (plan.kind()) {
      case ADAM, ADAMW ->
          List.of(
              new State("m", optimizer + "exp_avg.", parameters),
              new State("v", optimizer + "exp_avg_sq.", parameters),
              new State("count", optimizer, STEP));
      // The fused operator accepts no buffers where it would not use them.
      case SGD -> plan.momentum() == 0 ? List.of() : List.of(buffer(optimizer));
      case LARS -> List.of(buffer(optimizer));
    };
  }

  private State buffer(String optimizer) {
    return new State("m", optimizer + "momentum_buffer.", parameters);
  }

  /** The method. */
  String text() {
    String state =
        states().stream()
            .map(list -> list.argument() + ": List[Tensor], ")
            .collect(Collectors.joining());
    return "  def update(self, p: List[Tensor], g: List[Tensor], "
        + state
        + "lr: float) -> NoneType:\n"
        + clip()
        + rule()
        + "    return None\n";
  }

  /** A call of it, where the arguments have the names of their lists. */
  String call(String learningRate) {
    String state =
        states().stream().map(list -> list.argument() + ", ").collect(Collectors.joining());
    return "self.update(p, g, " + state + learningRate + ")";
  }

  /** Scales all gradients by min(1, clip / (‖g‖ + 1e-6)), as PyTorch's clip_grad_norm_ does. */
  private String clip() {
    return plan.clip() == 0
        ? ""
        : """
              norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(g)))
              torch._foreach_mul_(g, torch.clamp(torch.reciprocal(norm + 1e-06) * %s, max=1.))
          """
            .formatted(literal(plan.clip()));
  }

  private String rule() {
    return switch (plan.kind()) {
      case ADAM, ADAMW -> adam();
      case SGD -> sgd();
      case LARS -> lars();
    };
  }

  private String adam() {
    return """
        torch.add_(count[0], 1)
        torch.%s(p, g, m, v, annotate(List[Tensor], []), [count[0] for w in p], lr=lr, beta1=%s, beta2=%s, weight_decay=%s, eps=1e-08, amsgrad=False, maximize=False)
    """
        .formatted(
            plan.kind() == Kind.ADAM ? "_fused_adam_" : "_fused_adamw_",
            literal(plan.beta1()),
            literal(plan.beta2()),
            literal(plan.weightDecay()));
  }

  /**
   * PyTorch's first step copies the gradient into the momentum. Without dampening, momentum that
   * starts at zero gives the same.
   */
  private String sgd() {
    return """
        torch._fused_sgd_(p, g, %s, weight_decay=%s, momentum=%s, lr=lr, dampening=0., nesterov=%s, maximize=False, is_first_step=False)
    """
        .formatted(
            plan.momentum() == 0 ? "annotate(List[Tensor], [])" : "m",
            literal(plan.weightDecay()),
            literal(plan.momentum()),
            plan.nesterov() ? "True" : "False");
  }

  /**
   * d = g + λw, d ← d · η‖w‖/‖d‖ (unless a norm is zero), m ← μm + d, w ← w − lr·m. Of biases and
   * norm layers d = g.
   */
  private String lars() {
    return (adapted().isEmpty() ? "" : adaptedGradients())
        + """
            torch._foreach_mul_(m, %s)
            torch._foreach_add_(m, [%s])
            torch._foreach_add_(p, m, alpha=-lr)
        """
            .formatted(literal(plan.momentum()), larsGradients());
  }

  private String adaptedGradients() {
    return """
        w = [%s]
        d = torch._foreach_add([%s], w, alpha=%s)
        length = torch.stack(torch._foreach_norm(w))
        change = torch.stack(torch._foreach_norm(d))
        ratio = length * %s / change
        ratio = torch.where(torch.gt(length * change, 0), ratio, torch.ones_like(ratio))
        d = torch._foreach_mul(d, torch.unbind(ratio))
    """
        .formatted(
            items("p", adapted()),
            items("g", adapted()),
            literal(plan.weightDecay()),
            literal(plan.trust()));
  }

  /** Numbers of the parameters whose rate LARS adapts. */
  private List<Integer> adapted() {
    return IntStream.range(0, parameters.size())
        .filter(i -> !parameters.get(i).isPerChannel())
        .boxed()
        .toList();
  }

  private static String items(String list, List<Integer> numbers) {
    return numbers.stream().map(i -> list + "[" + i + "]").collect(Collectors.joining(", "));
  }

  /** Of each parameter, the adapted gradient or the plain one. */
  private String larsGradients() {
    List<Integer> adapted = adapted();
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> adapted.contains(i) ? "d[" + adapted.indexOf(i) + "]" : "g[" + i + "]")
        .collect(Collectors.joining(", "));
  }

  /** A number that TorchScript reads back to the bit. */
  private static String literal(double value) {
    return String.format(Locale.ROOT, "%.17g", value);
  }
}
