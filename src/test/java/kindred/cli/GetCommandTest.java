package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kindred.data.published.FileServer;
import org.junit.jupiter.api.Test;

class GetCommandTest extends CommandLineCase {
  @Test
  void withoutANameItListsWhatThereIsWithTermsAndAddress() {
    Said list = type("get", "--json");
    assertThat(list.exit()).isZero();
    assertThat(list.out()).contains("fashion-mnist", "MIT License", "170 MB to download");
    assertThat(list.json().path("sets")).hasSize(5);
  }

  @Test
  void nothingIsFetchedWithoutAYes() throws Exception {
    try (FileServer server = new FileServer()) {
      String from = server.address().toString();
      Said asked = type("get", "mnist", "--from", from);
      assertThat(asked.exit()).isEqualTo(2);
      assertThat(asked.err()).contains("say --yes");
      assertThat(server.asked()).isEmpty();

      Said missing = type("get", "mnist", "--from", from, "--yes");
      assertThat(missing.exit()).isEqualTo(2);
      assertThat(missing.err()).contains("train-images-idx3-ubyte.gz answered 404");
      assertThat(server.asked()).containsExactly("train-images-idx3-ubyte.gz");
    }
  }
}
