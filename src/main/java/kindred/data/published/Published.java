package kindred.data.published;

import static kindred.data.published.Checksum.md5;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kindred.data.SampleImages;
import kindred.data.published.PublishedSet.Parts;
import kindred.experiment.BadInput;

/**
 * The sets that can be had by their names. Addresses are those that torchvision downloads from
 * (CIFAR in its binary version, by its authors); checksums are those that the authors and
 * torchvision publish.
 */
public final class Published {
  private static final String NO_LICENSE = "No license is stated. ";

  private static final PublishedSet CIFAR_10 =
      new PublishedSet(
          "cifar-10",
          "CIFAR-10",
          "60,000 color photos of 32×32 in 10 classes, 10,000 for testing",
          NO_LICENSE + "The authors ask for a citation of Krizhevsky 2009.",
          URI.create("https://www.cs.toronto.edu/~kriz/cifar.html"),
          URI.create("https://www.cs.toronto.edu/~kriz/"),
          List.of(
              new PublishedFile(
                  "cifar-10-binary.tar.gz", 170_052_171, md5("c32a1d4ab5d03f1284b67883e8d87530"))),
          60_000,
          3,
          32,
          184_500_000,
          new Parts(
              "cifar-10-batches-bin",
              Optional.of("cifar-10-batches-bin/test_batch.bin"),
              List.of()));

  private static final PublishedSet CIFAR_100 =
      new PublishedSet(
          "cifar-100",
          "CIFAR-100",
          "60,000 color photos of 32×32 in 100 classes, 10,000 for testing",
          NO_LICENSE + "The authors ask for a citation of Krizhevsky 2009.",
          URI.create("https://www.cs.toronto.edu/~kriz/cifar.html"),
          URI.create("https://www.cs.toronto.edu/~kriz/"),
          List.of(
              new PublishedFile(
                  "cifar-100-binary.tar.gz", 168_513_733, md5("03b5dce01913d631647c71ecec9e9cb8"))),
          60_000,
          3,
          32,
          184_600_000,
          new Parts("cifar-100-binary", Optional.of("cifar-100-binary/test.bin"), List.of()));

  private static final PublishedSet STL_10 =
      new PublishedSet(
          "stl-10",
          "STL-10",
          "Color photos of 96×96: 100,000 without labels, 5,000 in 10 classes, 8,000 for testing",
          NO_LICENSE
              + "The photos are from ImageNet; the authors ask for a citation of Coates, Lee, Ng"
              + " 2011.",
          URI.create("https://cs.stanford.edu/~acoates/stl10/"),
          URI.create("http://ai.stanford.edu/~acoates/stl10/"),
          List.of(
              new PublishedFile(
                  "stl10_binary.tar.gz", 2_640_397_119L, md5("91f7769df0f17e558f3565bffb0c7dfb"))),
          113_000,
          3,
          96,
          3_125_000_000L,
          new Parts("stl10_binary", Optional.empty(), List.of()));

  private static final PublishedSet MNIST =
      new PublishedSet(
          "mnist",
          "MNIST",
          "Handwritten digits: 70,000 gray images of 28×28 in 10 classes, 10,000 for testing",
          "CC BY-SA 3.0 according to Keras; © Yann LeCun and Corinna Cortes.",
          URI.create("http://yann.lecun.com/exdb/mnist/"),
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          idx(
              new long[] {9_912_422, 28_881, 1_648_877, 4_542},
              "f68b3c2dcbeaaa9fbdd348bbdeb94873",
              "d53e105ee54ea40749a09fcbcd1e9432",
              "9fb629c4189551a2d022fa330f9573f3",
              "ec29112dd5afa0611ce80d1b7f02629c"),
          70_000,
          1,
          32,
          0,
          idxParts(List.of()));

  private static final PublishedSet FASHION_MNIST =
      new PublishedSet(
          "fashion-mnist",
          "Fashion-MNIST",
          "Clothes: 70,000 gray images of 28×28 in 10 classes, 10,000 for testing",
          "MIT License, © 2017 Zalando SE.",
          URI.create("https://github.com/zalandoresearch/fashion-mnist"),
          URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
          idx(
              new long[] {26_421_880, 29_515, 4_422_102, 5_148},
              "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
              "25c81989df183df01b3e8a0aad5dffbe",
              "bef4ecab320f06d8554ea6380940ec79",
              "bb300cfdad3c16e7a12a480ee83cd310"),
          70_000,
          1,
          32,
          0,
          idxParts(SampleImages.CLASSES));

  private Published() {}

  private static List<PublishedFile> idx(long[] bytes, String... digests) {
    return List.of(
        new PublishedFile("train-images-idx3-ubyte.gz", bytes[0], md5(digests[0])),
        new PublishedFile("train-labels-idx1-ubyte.gz", bytes[1], md5(digests[1])),
        new PublishedFile("t10k-images-idx3-ubyte.gz", bytes[2], md5(digests[2])),
        new PublishedFile("t10k-labels-idx1-ubyte.gz", bytes[3], md5(digests[3])));
  }

  private static Parts idxParts(List<String> classes) {
    return new Parts(
        "train-images-idx3-ubyte.gz", Optional.of("t10k-images-idx3-ubyte.gz"), classes);
  }

  /** All sets. */
  public static List<PublishedSet> sets() {
    return List.of(CIFAR_10, CIFAR_100, STL_10, MNIST, FASHION_MNIST);
  }

  /**
   * The set of a name; hyphens, spaces and the size of letters do not matter.
   *
   * @throws BadInput if there is none
   */
  public static PublishedSet named(String name) {
    return sets().stream()
        .filter(set -> plain(set.name()).equals(plain(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "no set '%s' is known; there are %s"
                        .formatted(
                            name,
                            sets().stream()
                                .map(PublishedSet::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }
}
