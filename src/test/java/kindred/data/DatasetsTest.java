package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
  @TempDir Path temp;

  private Path folder() {
    return temp.resolve("datasets");
  }

  private void add(String name) throws IOException {
    Path images = temp.resolve("images");
    SampleFiles.write(images.resolve("1.png"), SampleFiles.grayPng(8, 8));
    ImportRequest request = new ImportRequest(images, name, 8, Optional.empty());
    Importer.run(request, folder(), progress -> {}, () -> false);
  }

  @Test
  void listNamesEachWithItsSizeOnDisk() throws Exception {
    add("pets");
    add("cars");
    Files.createDirectories(folder().resolve(".importing-1-x"));
    assertThat(new Datasets(folder()).list())
        .extracting(Datasets.Entry::name)
        .containsExactly("cars", "pets");
    Datasets.Entry entry = new Datasets(folder()).list().get(0);
    assertThat(entry.info().orElseThrow().count()).isEqualTo(1);
    assertThat(entry.bytes()).isGreaterThan(64 + 4);
  }

  @Test
  void damagedDataSetIsListedWithItsProblem() throws Exception {
    add("pets");
    Files.writeString(folder().resolve("pets/dataset.json"), "{");
    add("cars");
    assertThat(new Datasets(folder()).list())
        .extracting(entry -> entry.problem().isPresent())
        .containsExactly(false, true);
  }

  @Test
  void beginningOfANameIsEnoughIfItFitsOne() throws Exception {
    add("pets");
    add("pets-big");
    add("cars");
    Datasets datasets = new Datasets(folder());
    assertThat(datasets.open("c").name()).isEqualTo("cars");
    assertThat(datasets.open("pets").name()).isEqualTo("pets");
    assertThatThrownBy(() -> datasets.open("pet"))
        .isInstanceOf(BadInput.class)
        .hasMessage("'pet' fits several data sets: pets, pets-big; say which");
  }

  @Test
  void unknownNameIsAnsweredWithTheKnownOnes() throws Exception {
    Datasets datasets = new Datasets(folder());
    assertThatThrownBy(() -> datasets.open("x"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("there is none at all yet");
    add("pets");
    add("cars");
    assertThatThrownBy(() -> datasets.open("../datasets/cars"))
        .isInstanceOf(BadInput.class)
        .hasMessage("there is no data set '../datasets/cars'; known: cars, pets");
  }
}
