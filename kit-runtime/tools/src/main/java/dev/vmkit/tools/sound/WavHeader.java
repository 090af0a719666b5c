package dev.vmkit.tools.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The head of a WAV file with one channel of 8-bit samples, 0 to 255 around 128. Source: Microsoft and IBM, Multimedia
 * Programming Interface and Data Specifications 1.0 (1991), chapter 3, "Waveform Audio File Format".
 */
final class WavHeader {
    /** Bytes. */
    static final int LENGTH = 44;

    private static final int FORMAT_LENGTH = 16;
    private static final short PCM = 1;

    private WavHeader() {}

    /**
     * What stands before the samples.
     *
     * @param samples even, so that nothing is to be filled up behind them
     * @param rate of samples a second
     */
    static ByteBuffer of(int samples, int rate) {
        ByteBuffer header = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(LENGTH - 8 + samples).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(FORMAT_LENGTH).putShort(PCM).putShort((short) 1);
        header.putInt(rate).putInt(rate).putShort((short) 1).putShort((short) Byte.SIZE);
        header.put(ascii("data")).putInt(samples);
        return header.flip();
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
