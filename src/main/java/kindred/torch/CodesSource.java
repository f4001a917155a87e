package kindred.torch;

import java.util.Locale;

/**
 * Writes the lines of a step that take a batch's codes out of their table and put them back after
 * an update with Adam. The table {@code c} is the codes, their first and second moments, and the
 * steps of every row. The gradient of the codes is the last one of {@code g}, and is taken off it.
 */
final class CodesSource {
  /** The rows are no leaves, so that autograd never fills a gradient of the whole table. */
  static final String TAKE = "    given = torch.index_select(c[0], 0, rows)\n";

  private CodesSource() {}

  /** The bias corrections are computed in float64, since 1 − 0.999 loses digits in float32. */
  static String update(Given.Codes codes) {
    return """
        slope = g[-1]
        g = g[:len(p)]
        steps = torch.add(torch.index_select(c[3], 0, rows), 1)
        mean = torch.lerp(torch.index_select(c[1], 0, rows), slope, 0.1)
        square = torch.addcmul(torch.mul(torch.index_select(c[2], 0, rows), 0.999), slope, slope, value=0.001)
        power = torch.to(steps, 7)
        bias = torch.to(1. - torch.pow(0.9, power), 6)
        bias_square = torch.to(torch.sqrt(1. - torch.pow(0.999, power)), 6)
        move = mean / bias / (torch.sqrt(square) / bias_square + 1e-08)
        moved = given - move * (float(rates[0]) * RATE)
        torch.index_copy_(c[0], 0, rows, moved)
        torch.index_copy_(c[1], 0, rows, mean)
        torch.index_copy_(c[2], 0, rows, square)
        torch.index_copy_(c[3], 0, rows, steps)
    """
        .replace("RATE", String.format(Locale.ROOT, "%.17g", codes.relativeRate()));
  }
}
