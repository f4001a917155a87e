package kindred;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of the house and their order: each may use only those before it. */
class RoomsTest {
  private static final List<String> FLOORS =
      List.of(
          "experiment",
          "metrics",
          "array",
          "data",
          "model",
          "torch",
          "method",
          "train",
          "neighbors",
          "projection",
          "evaluate",
          "export",
          "run",
          "report",
          "cli",
          "gui");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("kindred");

  @TestFactory
  List<DynamicTest> eachRoomUsesOnlyTheRoomsBeforeIt() {
    return FLOORS.stream()
        .map(
            floor ->
                DynamicTest.dynamicTest(
                    floor,
                    () -> {
                      String[] later =
                          FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size()).stream()
                              .map(name -> "kindred." + name + "..")
                              .toArray(String[]::new);
                      if (later.length > 0) {
                        noClasses()
                            .that()
                            .resideInAPackage("kindred." + floor + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later)
                            .check(CLASSES);
                      }
                    }))
        .toList();
  }

  @Test
  void everyClassLivesInARoomOrAtTheDoor() {
    String[] rooms = FLOORS.stream().map(name -> "kindred." + name + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .haveNameNotMatching("kindred\\.Kindred(\\$.*)?")
        .check(CLASSES);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("kindred.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void roomsOfTheWindowFormNoCycle() {
    slices().matching("kindred.gui.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theTwoFacesDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("kindred.gui..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("kindred.cli..")
        .check(CLASSES);
  }

  @Test
  void onlyTheEngineRoomKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kindred.torch")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(CLASSES);
  }

  @Test
  void onlyExportsKnowOnnx() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kindred.export..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnx..", "ai.onnxruntime..", "org.tribuo..")
        .check(CLASSES);
  }

  @Test
  void nothingInTheCoreKnowsAWindow() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kindred.gui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..", "org.jfree..")
        .check(CLASSES);
  }

  @Test
  void onlyTheTerminalFaceUsesTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kindred.cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(CLASSES);
  }
}
