package kindred.gui.neighbors;

import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.verdict.Verdict;

/**
 * A pair as a row shows it: what stands at and around the neighbor's picture.
 *
 * @param pair its row in the table, negative for one of another run
 * @param neighbor the image
 * @param rank from 0 for the nearest
 * @param distance not a number if unknown
 * @param labels whether the two are of one class
 * @param mutual whether each is among the other's neighbors
 * @param hub whether the neighbor is one for unusually many images
 * @param duplicate whether the two are nearly the same picture
 * @param verdict of the people who judged it, or null
 * @param onlyHere whether the run that is compared with lacks it
 */
record ShownPair(
    int pair,
    int neighbor,
    int rank,
    float distance,
    PairFilter.Label labels,
    boolean mutual,
    boolean hub,
    boolean duplicate,
    Verdict verdict,
    boolean onlyHere) {}
