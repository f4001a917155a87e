package kindred;

/** Starts the program. */
public final class Kindred {
  private Kindred() {}

  public static void main(String[] args) {}
}
