package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What characters of strings and constants are in the machine's code.
 *
 * @param code UTF-8, or a code of a byte for each character
 */
record Characters(Charset code) {

    /** The bytes of a string; a character that the code does not have is a mistake at {@code span}. */
    byte[] bytes(String text, Span span) {
        try {
            ByteBuffer encoded = code.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw MistakeException.of(
                    AsmProblem.STRING, span, "a character here is none of this machine's (" + code.name() + ")", "");
        }
    }

    /** The number that stands for one character: its code point in UTF-8, else its byte. */
    long code(String character, Span span) {
        return code.equals(StandardCharsets.UTF_8) ? character.codePointAt(0) : bytes(character, span)[0] & 0xFF;
    }
}
