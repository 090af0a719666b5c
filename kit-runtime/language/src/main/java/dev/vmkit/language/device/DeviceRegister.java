package dev.vmkit.language.device;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * A register a guest sees.
 *
 * @param at its first address unit, counted from the device's start
 * @param file its storage: name, width, reset value, fields
 * @param writable the bits a guest's write changes
 * @param onRead statements that run before a guest's read
 * @param onWrite statements that run after a guest's write, with {@code v} what was written and {@code old} what was there
 */
public record DeviceRegister(
        long at,
        RegisterFile file,
        Access access,
        long writable,
        String doc,
        Optional<Text> onRead,
        Optional<Text> onWrite) {

    /** What a guest may do. */
    public enum Access {
        READ,
        WRITE,
        READ_WRITE;

        public boolean reads() {
            return this != WRITE;
        }

        public boolean writes() {
            return this != READ;
        }
    }

    public String name() {
        return file.name();
    }

    public int width() {
        return file.width();
    }
}
