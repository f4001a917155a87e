package kindred.gui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kindred.gui.core.Place;
import org.junit.jupiter.api.Test;

class GuideTest {
  private static GuideModel model(String markdown) {
    return new GuideModel(Guide.parse(markdown));
  }

  private static List<String> found(GuideModel model) {
    return model.found().stream().map(Section::title).toList();
  }

  @Test
  void everyPlaceHasASection() throws Exception {
    List<String> titles = Guide.read().stream().map(Section::title).toList();
    assertThat(titles).doesNotHaveDuplicates();
    for (Place place : Place.values()) {
      assertThat(titles).contains(place.title());
    }
  }

  @Test
  void headingsOfTwoLevelsCutIt() {
    GuideModel model = model("# A\nfirst\n## B *b*\n### C\nsecond\n");
    assertThat(found(model)).containsExactly("A", "B b");
    assertThat(model.readProperty().get().title()).isEqualTo("A");
  }

  @Test
  void findsSectionsThatHaveAllWords() {
    GuideModel model =
        model(
            "# One\nA cat\n\n## Two\n| a | b |\n|---|---|\n| `Cat` | dog |\n\n## Cats and dogs\n");
    model.queryProperty().set(" CAT dog ");
    assertThat(found(model)).containsExactly("Two", "Cats and dogs");
    assertThat(model.readProperty().get().title()).isEqualTo("Two");

    model.queryProperty().set("cats");
    assertThat(model.readProperty().get().title()).isEqualTo("Cats and dogs");

    model.queryProperty().set("bird");
    assertThat(found(model)).isEmpty();
    assertThat(model.readProperty().get().title()).isEqualTo("Cats and dogs");

    model.turnTo("One");
    assertThat(found(model)).hasSize(3);
    assertThat(model.readProperty().get().title()).isEqualTo("One");
  }
}
