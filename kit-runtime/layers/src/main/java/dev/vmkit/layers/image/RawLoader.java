package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A file that is memory as it stands; the machine file says where it goes. */
final class RawLoader implements ImageLoader {
    @Override
    public String format() {
        return "raw";
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return ImageFormats.endsWith(fileName, ".bin", ".rom", ".raw");
    }

    @Override
    public Image load(String fileName, byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("the file is empty");
        }
        Image.Segment all = new Image.Segment("", Image.Segment.ANYWHERE, content, content.length);
        return new Image("", List.of(all), OptionalLong.empty(), Map.of());
    }
}
