package kindred.data.published;

/**
 * A file to be fetched.
 *
 * @param name the last part of its address, and its name on disk
 * @param bytes its size
 */
public record PublishedFile(String name, long bytes, Checksum checksum) {}
