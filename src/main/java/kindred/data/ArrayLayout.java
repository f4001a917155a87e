package kindred.data;

/** Where an array of N images has its channels. */
public enum ArrayLayout {
  /** N×H×W×C, as image libraries have it. */
  NHWC,
  /** N×C×H×W, as PyTorch has it. */
  NCHW
}
