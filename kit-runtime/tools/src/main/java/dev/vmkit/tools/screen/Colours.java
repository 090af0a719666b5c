package dev.vmkit.tools.screen;

import java.util.Map;

/** How a terminal is told a colour {@code 0xRRGGBB}: by ISO 8613-6 directly, or as the nearest of xterm's 256. */
public enum Colours {
    TRUE {
        @Override
        String code(int colour) {
            return "2;" + (colour >> 16 & 0xFF) + ";" + (colour >> 8 & 0xFF) + ";" + (colour & 0xFF);
        }
    },
    INDEXED {
        @Override
        String code(int colour) {
            return "5;" + nearest(colour);
        }
    };

    private static final int CUBE = 16;
    private static final int GREYS = 232;

    abstract String code(int colour);

    /** Those that a terminal with these environment variables understands. */
    public static Colours of(Map<String, String> environment) {
        String says = environment.getOrDefault("COLORTERM", "");
        return says.equals("truecolor") || says.equals("24bit") ? TRUE : INDEXED;
    }

    String foreground(int colour) {
        return "\033[38;" + code(colour) + "m";
    }

    String background(int colour) {
        return "\033[48;" + code(colour) + "m";
    }

    /** Of the cube of 6 x 6 x 6 colours, or for greys of the ramp of 24 from 8 to 238. */
    private static int nearest(int colour) {
        int red = colour >> 16 & 0xFF;
        int green = colour >> 8 & 0xFF;
        int blue = colour & 0xFF;
        if (red == green && green == blue && red >= 4 && red < 243) {
            return GREYS + Math.min(23, (red - 3) / 10);
        }
        return CUBE + 36 * level(red) + 6 * level(green) + level(blue);
    }

    /** The levels are 0, 95, 135, 175, 215, 255. */
    private static int level(int sample) {
        return sample < 48 ? 0 : sample < 115 ? 1 : (sample - 35) / 40;
    }
}
