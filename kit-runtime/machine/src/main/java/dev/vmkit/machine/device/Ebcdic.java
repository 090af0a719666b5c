package dev.vmkit.machine.device;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** EBCDIC, code page 1047, which holds the characters of ISO 8859-1 and no others. Loaded by whoever asks for it. */
final class Ebcdic {
    private static final Charset CODE = Charset.forName("IBM1047");

    private Ebcdic() {}

    /** The code of a character, both within [0, 255]. */
    static int of(int character) {
        return changed(character, StandardCharsets.ISO_8859_1, CODE);
    }

    /** The character of a code, both within [0, 255]. */
    static int character(int code) {
        return changed(code, CODE, StandardCharsets.ISO_8859_1);
    }

    private static int changed(int value, Charset from, Charset to) {
        return new String(new byte[] {(byte) value}, from).getBytes(to)[0] & 0xFF;
    }
}
