package kindred.gui.data;

import kindred.data.ImageSet;
import kindred.data.SourceList;
import kindred.gui.core.Background;
import kindred.gui.picture.Originals;
import kindred.gui.picture.Pictures;

/**
 * A data set whose images can be looked at.
 *
 * @param pictures its images for the window
 * @param originals the same from their files
 * @param balance how many images each class has
 * @param sources which file each image came from; reads files, so for background threads
 */
record Opened(
    ImageSet set,
    Pictures pictures,
    Originals originals,
    ClassBalance balance,
    SourceList sources) {
  /** Opens the files; for background threads. */
  static Opened of(ImageSet set, Background background) {
    return new Opened(
        set,
        new Pictures(set, background),
        new Originals(set, background),
        ClassBalance.of(set),
        SourceList.of(set));
  }

  /** The class of an image as a person calls it. */
  String className(int image) {
    return balance.name(set.label(image));
  }
}
