package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A Linux kernel for RISC-V, the file {@code Image} or {@code Image.gz}. It goes where memory starts, plus its offset. */
final class LinuxImageLoader implements ImageLoader {
    @Override
    public String format() {
        return "linux-image";
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return LinuxHeader.find(content).isPresent();
    }

    @Override
    public Image load(String fileName, byte[] content) {
        byte[] kernel = Gzip.recognises(content) ? Gzip.unpack(content) : content;
        LinuxHeader header = LinuxHeader.find(kernel)
                .orElseThrow(() -> new IllegalArgumentException("it has no header of a Linux kernel for RISC-V"));
        header.check(kernel.length);
        Image.Segment all =
                new Image.Segment("", Image.Segment.ANYWHERE, kernel, Math.max(header.size(), kernel.length));
        return new Image("RISC-V", List.of(all), OptionalLong.empty(), Map.of());
    }
}
