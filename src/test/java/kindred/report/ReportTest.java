package kindred.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import kindred.experiment.BadInput;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.run.RunFolder;
import kindred.run.RunNotes;
import kindred.run.Studies;
import kindred.run.TinyWorkspace;
import kindred.run.Worker;
import kindred.run.Workspace;
import kindred.run.WrittenRuns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reports of real, tiny runs, read by an XML parser, which forgives nothing. */
class ReportTest {
  @TempDir static Path folder;
  private static Workspace workspace;
  private static RunFolder space;
  private static RunFolder near;
  private static RunFolder evaluation;

  @BeforeAll
  static void work() {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
    space = done(TinyWorkspace.autoEncoder(2));
    near = done(stage("{'stage':'neighbors','source':'SPACE','k':3}"));
    evaluation = done(stage("{'stage':'evaluate','source':'SPACE','k':3,'probeEpochs':2}"));
  }

  private static Stage stage(String json) {
    return WrittenRuns.stage(json.replace('\'', '"').replace("SPACE", space.id()));
  }

  private static RunFolder done(Stage stage) {
    RunFolder run = workspace.create(stage);
    Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(run.state().message()).isNull();
    return run;
  }

  private static Document report(String name) throws Exception {
    Path file = folder.resolve(name + ".html");
    Report.write(workspace, name, file);
    String text = Files.readString(file);
    assertThat(text).startsWith("<!DOCTYPE html>").doesNotContain("http:", "https:", "<script");
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    for (Element image : elements(page, "img")) {
      assertThat(image.getAttribute("src")).startsWith("data:image/png;base64,");
    }
    return page;
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Element::getTextContent).toList();
  }

  @Test
  void trainingShowsChartsSheetsSettingsAndProvenance() throws Exception {
    Document page = report(space.id());
    assertThat(texts(page, "h1")).containsExactly(space.id());
    assertThat(texts(page, "h2"))
        .containsExactly(
            "Figures",
            "Evaluations",
            "Confusion in " + evaluation.id(),
            "Training",
            "What it decodes",
            "Settings",
            "Provenance",
            "To repeat it");
    assertThat(texts(page, "th")).contains(evaluation.id() + ", on 8 held-out images");
    assertThat(texts(page, "figcaption"))
        .anyMatch(caption -> caption.startsWith("Loss, step by step · last "))
        .anyMatch(caption -> caption.endsWith("gives back, after epoch 2"));
    assertThat(texts(page, "th")).contains("Fingerprint", "Epochs", "Held out", "Engine");
    assertThat(texts(page, "td")).contains(workspace.images("tiny").info().fingerprint());
    assertThat(texts(page, "pre").get(0))
        .startsWith("kindred latent ae --data tiny")
        .contains("\nkindred evaluate " + space.id());
  }

  @Test
  void pairsAreShownFromTheClosestToTheFarthest() throws Exception {
    Document page = report(near.id());
    assertThat(texts(page, "th")).contains("nearest 1", "nearest 3", "Same class");
    List<Double> distances =
        texts(page, "figcaption").stream()
            .filter(caption -> caption.matches("[\\d.e-]+ · [=≠] .*"))
            .map(caption -> Double.parseDouble(caption.split(" ")[0]))
            .toList();
    assertThat(distances).hasSize(24).isSorted();
    assertThat(elements(page, "img")).hasSize(48);
  }

  @Test
  void accuraciesHaveTheirIntervals() throws Exception {
    Document page = report(evaluation.id());
    assertThat(texts(page, "th")).contains("95 % interval");
    assertThat(texts(page, "td").stream().filter(text -> text.matches("[\\d.]+–[\\d.]+ %")))
        .hasSize(2);
  }

  @Test
  void evaluationHasAMatrixThatCountsEveryTestImage() throws Exception {
    Document page = report(evaluation.id());
    int counted = 0;
    int matrices = 0;
    for (Element table : elements(page, "table")) {
      if (table.getAttribute("class").equals("matrix")) {
        matrices++;
        NodeList cells = table.getElementsByTagName("td");
        for (int i = 0; i < cells.getLength(); i++) {
          String text = cells.item(i).getTextContent();
          counted += text.isEmpty() ? 0 : Integer.parseInt(text);
        }
      }
    }
    assertThat(matrices).isEqualTo(2);
    assertThat(counted).isEqualTo(2 * 8); // a fifth of 40 images is held out
  }

  @Test
  void whatRepeatsARunIsTheExperimentItCameFrom() throws Exception {
    List<String> blocks = texts(report(evaluation.id()), "pre");
    Experiment experiment =
        Json.read(blocks.get(blocks.size() - 1), Experiment.class, "the report's experiment");
    assertThat(experiment.stages())
        .containsExactly(
            Map.entry(space.id(), space.stage()), Map.entry(evaluation.id(), evaluation.stage()));
  }

  @Test
  void wordsOfUsersAreWordsAndNothingElse() throws Exception {
    RunFolder run = WrittenRuns.failed(workspace, TinyWorkspace.autoEncoder(9), "<b>why</b> & \"");
    String note = "<img src='http:x' onerror=alert(1)>\u0000";
    new RunNotes(false, List.of("<script>"), note.replace("http:", "")).writeTo(run);
    Document page = report(run.id());
    assertThat(elements(page, "img")).isEmpty();
    assertThat(texts(page, "p")).contains("<b>why</b> & \"", "<script>");
    assertThat(texts(page, "p")).contains("<img src='x' onerror=alert(1)>\uFFFD");
  }

  @Test
  void studyShowsMeansWithIntervalsBesideEachOther() throws Exception {
    String variations =
        "\"variations\": [{\"name\": \"a <b>\"}], \"seeds\": [1], \"measure\": \"evaluation\"";
    new Studies(workspace).launch(TinyWorkspace.parsed(TinyWorkspace.study("s", variations)));
    Document page = report("s");
    assertThat(texts(page, "h1")).containsExactly("s");
    assertThat(texts(page, "th")).contains("a <b>", "Encoder");
    assertThat(texts(page, "pre").get(0)).contains("\"name\" : \"s\"");
  }

  @Test
  void noReportOfNothing() {
    assertThatThrownBy(() -> Report.write(workspace, "byol", folder.resolve("x.html")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("there is no run 'byol'");
    assertThatThrownBy(() -> Report.write(workspace, space.id(), folder.resolve("no/x.html")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("there is no folder");
  }
}
