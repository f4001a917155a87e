package kindred.gui.neighbors;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javax.imageio.ImageIO;
import kindred.data.ImageSet;
import kindred.data.ImportRequest;
import kindred.data.Importer;
import kindred.data.SourceFiles;
import kindred.gui.WindowRobot;
import kindred.gui.core.Background;
import kindred.gui.picture.Originals;
import kindred.gui.picture.Pictures;
import org.junit.jupiter.api.Test;

/** Whoever judges sees the images as their files have them, where these are still there. */
class OriginalsJourneyTest extends PairsCase {
  private static final int SIDE = 24;
  private static final int STRIPES = 60;
  private static final int NO_IMAGE = -1;

  private Path files;

  /** Images with stripes that are gone once they are packed. */
  @Override
  void makeImages(Path datasets) throws Exception {
    files = folder.resolve("files");
    for (int n = 0; n < IMAGES; n++) {
      Path file = files.resolve("class" + n % 2).resolve("%02d.png".formatted(n));
      Files.createDirectories(file.getParent());
      ImageIO.write(striped(80 + 2 * n), "png", file.toFile());
    }
    ImportRequest request = new ImportRequest(files, "tiny", SIDE / 3, Optional.empty());
    Importer.run(request, datasets, progress -> {}, () -> false);
  }

  private static BufferedImage striped(int gray) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.getRaster().setSample(x, y, 0, gray + (x % 2 == 0 ? STRIPES : -STRIPES));
      }
    }
    return image;
  }

  /** How far apart the darkest and the brightest pixel of the left image are. */
  private static int contrast(WindowRobot robot) {
    Node large = robot.lookup(LargePair.class::isInstance).query();
    Image image = ((ImageView) large.lookup("ImageView")).getImage();
    int darkest = 255;
    int brightest = 0;
    for (int x = 0; image != null && x < image.getWidth(); x++) {
      int gray = image.getPixelReader().getArgb(x, (int) image.getHeight() / 2) & 0xFF;
      darkest = Math.min(darkest, gray);
      brightest = Math.max(brightest, gray);
    }
    return brightest - darkest;
  }

  @Test
  void imagesAreJudgedAsTheirFilesHaveThemUnlessThePackedOnesAreWanted(WindowRobot robot)
      throws Exception {
    awaitText(robot, "#pairs-count", text -> text.endsWith(" pairs"));
    openTab(robot, "Judge");
    await("stripes", 10, () -> contrast(robot) == 2 * STRIPES);
    robot.clickOn("#judge-sharper");
    await("the packed image", 10, () -> contrast(robot) > 0 && contrast(robot) < STRIPES);
    robot.clickOn("#judge-sharper");
    await("stripes again", 10, () -> contrast(robot) == 2 * STRIPES);
  }

  @Test
  void anOriginalThatIsReadTooLateIsNotShown(WindowRobot robot) throws Exception {
    awaitText(robot, "#pairs-count", text -> text.endsWith(" pairs"));
    openTab(robot, "Judge");
    await("stripes", 10, () -> contrast(robot) == 2 * STRIPES);
    Background background = workbench.session().background();
    ImageSet images = workbench.session().workspace().images("tiny");
    onWindowThread(
        () -> {
          LargePair large = robot.lookup(LargePair.class::isInstance).queryAs(LargePair.class);
          Pictures pictures = new Pictures(images, background);
          Originals originals = new Originals(new SourceFiles(images), background);
          large.show(pictures, originals, 0, 1, false);
          large.show(pictures, null, 0, 1, false);
          return null;
        });
    await("what was asked", 10, background::idle);
    await("the packed image", 10, () -> contrast(robot) > 0 && contrast(robot) < STRIPES);
  }

  @Test
  void anOriginalThatCannotBeReadKeepsNoOtherWaiting() throws Exception {
    Background background = workbench.session().background();
    ImageSet images = workbench.session().workspace().images("tiny");
    AtomicReference<Image> other = new AtomicReference<>();
    onWindowThread(
        () -> {
          Originals originals = new Originals(new SourceFiles(images), background);
          originals.load(NO_IMAGE, image -> other.set(null));
          originals.load(0, other::set);
          return null;
        });
    await("the other original", 10, () -> other.get() != null);
  }
}
