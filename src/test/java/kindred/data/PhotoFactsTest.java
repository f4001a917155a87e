package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import kindred.data.KnownPictures.Known;
import org.junit.jupiter.api.Test;

class PhotoFactsTest extends ImportCase {
  private static Known known(String part) throws Exception {
    return KnownPictures.all().stream().filter(k -> k.name().contains(part)).findFirst().get();
  }

  @Test
  void aPhotographTellsItsCameraAndSizes() throws Exception {
    Known photo = known("turned-6.jpg");
    PhotoFacts facts = PhotoFacts.of(photo.encoded());
    assertThat(facts.format()).isEqualTo("JPEG");
    assertThat(facts.camera()).contains("Maker");
    assertThat(facts.taken()).contains("2024:05:01 10:12:30");
    assertThat(facts.bytes()).isEqualTo(photo.encoded().length);
    // stored lying on its side
    assertThat(facts.width()).isEqualTo(photo.height());
    assertThat(facts.height()).isEqualTo(photo.width());
  }

  @Test
  void everyFormatTellsItsSizeWithoutBeingDecoded() throws Exception {
    for (Known known : KnownPictures.all()) {
      PhotoFacts facts = PhotoFacts.of(known.encoded());
      assertThat(facts.width() * facts.height())
          .as(known.name())
          .isEqualTo(known.width() * known.height());
    }
    byte[] text = "no image".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> PhotoFacts.of(text)).isInstanceOf(UnusableImage.class);
  }
}
