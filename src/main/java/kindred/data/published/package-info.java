/**
 * Image sets that others publish: what there is and under which terms, and the way from their
 * address to a data set. Nothing here goes out to the network before somebody asks for a set.
 */
package kindred.data.published;
