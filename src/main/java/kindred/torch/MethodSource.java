package kindred.torch;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a method of a program that takes lists of tensors first. */
final class MethodSource {
  private MethodSource() {}

  /**
   * A whole method.
   *
   * @param lists its first arguments
   * @param rest of the arguments, each after ", "
   * @param body lines, indented by four spaces or more. The lists {@code s}, {@code t} and {@code
   *     ts} exist in it even if they are no arguments
   */
  static String of(String name, List<String> lists, String rest, String returns, String body) {
    return "  def "
        + name
        + "(self, "
        + lists.stream().map(list -> list + ": List[Tensor]").collect(Collectors.joining(", "))
        + rest
        + ") -> "
        + returns
        + ":\n"
        + absent(lists)
        + body;
  }

  /** An empty list cannot be passed as an argument, so it is made inside. */
  private static String absent(List<String> present) {
    return List.of("s", "t", "ts").stream()
        .filter(name -> !present.contains(name))
        .map(name -> "    " + name + " = annotate(List[Tensor], [])\n")
        .collect(Collectors.joining());
  }
}
