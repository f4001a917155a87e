package kindred.data;

/**
 * How far an import is.
 *
 * @param done images looked at so far, imported or skipped
 * @param total images there are
 * @param imagesPerSecond mean since the start of this process's part
 * @param secondsLeft at that mean
 */
public record ImportProgress(
    int done, int total, int skipped, double imagesPerSecond, double secondsLeft) {}
