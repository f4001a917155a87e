package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import kindred.data.DatasetBin.Removed;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetBinTest {
  @TempDir Path temp;
  private DatasetBin bin;

  @BeforeEach
  void aDataSet() {
    PackedImages.varied(temp.resolve("datasets/pets"), 4, 1, 8, 8);
    bin = new DatasetBin(temp.resolve("bin"), temp.resolve("datasets"));
  }

  private Datasets datasets() {
    return new Datasets(temp.resolve("datasets"));
  }

  @Test
  void removedDataSetComesBackAsItWas() {
    Removed removed = bin.put("pets");
    assertThat(datasets().list()).isEmpty();
    assertThat(bin.list()).containsExactly(removed);

    bin.restore(removed);
    assertThat(datasets().open("pets").count()).isEqualTo(4);
    assertThat(bin.list()).isEmpty();
  }

  @Test
  void nothingIsOverwrittenByWhatComesBack() {
    Removed first = bin.put("pets");
    PackedImages.varied(temp.resolve("datasets/pets"), 9, 1, 8, 8);
    assertThatThrownBy(() -> bin.restore(first))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("another data set 'pets'");
    bin.put("pets");
    assertThat(bin.list()).hasSize(2).allMatch(removed -> removed.name().equals("pets"));
  }

  @Test
  void emptiedBinHoldsNothing() {
    bin.put("pets");
    bin.empty();
    assertThat(bin.list()).isEmpty();
    assertThat(Files.exists(temp.resolve("bin/pets~1"))).isFalse();
  }

  @Test
  void goneDataSetCannotBeRemoved() {
    bin.put("pets");
    assertThatThrownBy(() -> bin.put("pets")).isInstanceOf(BadInput.class);
  }
}
