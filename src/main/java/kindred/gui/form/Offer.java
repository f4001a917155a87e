package kindred.gui.form;

import kindred.run.Standing;

/**
 * Something that can be chosen for a setting, or cannot, and why.
 *
 * @param value what the setting takes: a run's id, a data set's name
 * @param label how people know it
 * @param about a few words more, or empty
 * @param standing of a run, or null
 * @param hindrance a few words on why it does not fit; null if it does
 */
public record Offer(String value, String label, String about, Standing standing, String hindrance) {
  public boolean fits() {
    return hindrance == null;
  }

  /** With all there is to say of it in a list. */
  String described() {
    String more = about.isEmpty() ? label : label + " · " + about;
    return fits() ? more : more + " — " + hindrance;
  }

  @Override
  public String toString() {
    return label;
  }
}
