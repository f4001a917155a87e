package kindred.array;

import java.util.List;

/**
 * Which images the rows of a file of vectors stand for, as far as the file says so.
 *
 * @param numbers an image number for each row, or null
 * @param names the source of an image for each row, or null; never both
 */
public record RowKeys(int[] numbers, List<String> names) {
  /** A file that says nothing: row i stands for image i. */
  public static final RowKeys NONE = new RowKeys(null, null);

  static RowKeys of(int[] numbers) {
    return new RowKeys(numbers, null);
  }

  static RowKeys of(List<String> names) {
    return new RowKeys(null, List.copyOf(names));
  }
}
