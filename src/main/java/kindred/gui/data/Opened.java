package kindred.gui.data;

import kindred.data.ImageSet;
import kindred.data.SourceFiles;
import kindred.data.SourceList;
import kindred.gui.core.Background;
import kindred.gui.picture.Originals;
import kindred.gui.picture.Pictures;

/**
 * A data set whose images can be looked at.
 *
 * @param pictures its images for the window
 * @param files which they were packed from
 * @param originals the same images from these
 * @param balance how many images each class has
 * @param sources which file each image came from; reads files, so for background threads
 */
record Opened(
    ImageSet set,
    Pictures pictures,
    SourceFiles files,
    Originals originals,
    ClassBalance balance,
    SourceList sources) {
  /** Opens the files; for background threads. */
  static Opened of(ImageSet set, Background background) {
    SourceFiles files = new SourceFiles(set);
    return new Opened(
        set,
        new Pictures(set, background),
        files,
        new Originals(files, background),
        ClassBalance.of(set),
        SourceList.of(set));
  }

  /** The class of an image as a person calls it. */
  String className(int image) {
    return balance.name(set.label(image));
  }
}
