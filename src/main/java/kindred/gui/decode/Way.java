package kindred.gui.decode;

/** How one goes from one vector to another. */
enum Way {
  LINEAR("Straight", "Along the straight line") {
    @Override
    float[] between(float[] from, float[] to, double share) {
      return mixed(from, to, 1 - share, share);
    }
  },
  /**
   * Slerp: sin((1−t)θ)/sin θ · a + sin(tθ)/sin θ · b with θ the angle between a and b. Vectors
   * drawn from a normal prior lie near a sphere, which the straight line cuts short (White,
   * Sampling Generative Networks, 2016).
   */
  SPHERICAL("Spherical", "Along the sphere that draws of the prior lie near") {
    @Override
    float[] between(float[] from, float[] to, double share) {
      double angle = angle(from, to);
      double sine = Math.sin(angle);
      if (sine < 1e-6) {
        return LINEAR.between(from, to, share);
      }
      return mixed(from, to, Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine);
    }
  };

  private final String title;
  private final String help;

  Way(String title, String help) {
    this.title = title;
    this.help = help;
  }

  String title() {
    return title;
  }

  String help() {
    return help;
  }

  /**
   * A vector on the way.
   *
   * @param share of the way, 0 to 1
   */
  abstract float[] between(float[] from, float[] to, double share);

  private static float[] mixed(float[] from, float[] to, double ofFrom, double ofTo) {
    float[] mixed = new float[from.length];
    for (int j = 0; j < mixed.length; j++) {
      mixed[j] = (float) (ofFrom * from[j] + ofTo * to[j]);
    }
    return mixed;
  }

  private static double angle(float[] a, float[] b) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int j = 0; j < a.length; j++) {
      product += (double) a[j] * b[j];
      squareA += (double) a[j] * a[j];
      squareB += (double) b[j] * b[j];
    }
    double lengths = Math.sqrt(squareA) * Math.sqrt(squareB);
    return lengths > 0 ? Math.acos(Math.max(-1, Math.min(1, product / lengths))) : 0;
  }
}
