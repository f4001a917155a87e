package kindred.train;

/**
 * How far a training has come. Together with the tensors it decides everything that follows.
 *
 * @param epoch complete epochs
 * @param batch complete batches of the epoch under way
 * @param step complete batches of the whole training
 * @param lossSum sum of the losses of the epoch under way
 * @param lastLoss mean loss of the last complete epoch; NaN before there is one
 * @param suspectEpochs how many of the last complete epochs, without a gap, ended with a suspicion
 */
public record Progress(
    int epoch, int batch, long step, double lossSum, double lastLoss, int suspectEpochs) {
  public static final Progress START = new Progress(0, 0, 0, 0, Double.NaN, 0);

  Progress afterBatch(double loss) {
    return new Progress(epoch, batch + 1, step + 1, lossSum + loss, lastLoss, suspectEpochs);
  }

  Progress afterEpoch() {
    return new Progress(epoch + 1, 0, step, 0, lossSum / batch, suspectEpochs);
  }

  Progress afterCheck(boolean suspect) {
    return new Progress(epoch, batch, step, lossSum, lastLoss, suspect ? suspectEpochs + 1 : 0);
  }
}
