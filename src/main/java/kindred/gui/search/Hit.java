package kindred.gui.search;

/** A neighbor that was found: its rank from 1, its number in the data set, and how far it is. */
record Hit(int rank, int image, double distance) {}
