package kindred.gui.form;

import kindred.run.Standing;

/**
 * Something that can be chosen for a setting, or cannot, and why.
 *
 * @param value what the setting takes: a run's id, a data set's name
 * @param label how people know it
 * @param standing of a run, or null
 * @param hindrance a few words on why it does not fit; null if it does
 */
public record Offer(String value, String label, Standing standing, String hindrance) {
  public boolean fits() {
    return hindrance == null;
  }
}
