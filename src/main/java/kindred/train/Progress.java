package kindred.train;

/**
 * How far a training has come. Together with the tensors it decides everything that follows.
 *
 * @param epoch complete epochs
 * @param batch complete batches of the epoch under way
 * @param step complete batches of the whole training
 * @param lossSum sum of the losses of the epoch under way
 * @param lastLoss mean loss of the last complete epoch; NaN before there is one
 */
public record Progress(int epoch, int batch, long step, double lossSum, double lastLoss) {
  public static final Progress START = new Progress(0, 0, 0, 0, Double.NaN);

  Progress afterBatch(double loss) {
    return new Progress(epoch, batch + 1, step + 1, lossSum + loss, lastLoss);
  }

  Progress afterEpoch() {
    return new Progress(epoch + 1, 0, step, 0, lossSum / batch);
  }
}
