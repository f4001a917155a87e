package kindred.gui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgFileTest {
  private static final String SVG = "http://www.w3.org/2000/svg";

  @TempDir Path folder;

  private static Document reread(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }

  @Test
  void lettersAndShapesAndPicturesAreReread() throws Exception {
    BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    picture.setRGB(0, 0, 0xFF3366CC);
    Path file = folder.resolve("a drawing.svg");
    SvgFile.write(
        120,
        80,
        graphics -> {
          graphics.setColor(new Color(0xCC6633));
          graphics.fill(new Rectangle2D.Double(1, 2, 3, 4));
          graphics.drawString("cats & dogs · <fünf>", 10, 20);
          graphics.drawImage(picture, 5, 6, 40, 20, null);
        },
        file);

    Document drawing = reread(file);
    Element root = drawing.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo(SVG);
    assertThat(root.getAttribute("width")).isEqualTo("120");
    assertThat(root.getAttribute("height")).isEqualTo("80");
    NodeList texts = root.getElementsByTagNameNS(SVG, "text");
    assertThat(texts.getLength()).isEqualTo(1);
    assertThat(texts.item(0).getTextContent()).isEqualTo("cats & dogs · <fünf>");
    assertThat(root.getElementsByTagNameNS(SVG, "rect").getLength()).isEqualTo(1);
    Element inside = (Element) root.getElementsByTagNameNS(SVG, "image").item(0);
    assertThat(inside.getAttribute("width")).isEqualTo("40");
    String link = inside.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    assertThat(link).startsWith("data:image/png;base64,");
    byte[] png = Base64.getMimeDecoder().decode(link.substring(link.indexOf(',') + 1));
    BufferedImage back = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(back.getWidth()).isEqualTo(2);
    assertThat(back.getRGB(0, 0)).isEqualTo(0xFF3366CC);
    assertThat(back.getRGB(1, 0) >>> 24).isZero();
  }
}
