package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory a process has had, as far as Linux tells in {@code /proc}; nothing elsewhere. */
final class PeakMemory {
    private static final Pattern HIGHEST = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");
    private static final Pattern RESIDENT = Pattern.compile("Rss:\\s+(\\d+) kB");
    private static final int LOOKS_PER_MAP = 25;

    private final Path status;
    private final Path maps;
    private final Optional<Long> ram;
    private long looks;
    private long peak;
    private OptionalLong guest = OptionalLong.empty();

    /** @param ram the size of the guest's memory, if it is not to be counted */
    PeakMemory(long pid, Optional<Long> ram) {
        this.status = Path.of("/proc", Long.toString(pid), "status");
        this.maps = status.resolveSibling("smaps");
        this.ram = ram;
    }

    /** Looks now; the kernel itself keeps the highest so far. */
    void look() {
        try {
            Matcher matcher = HIGHEST.matcher(Files.readString(status));
            if (matcher.find()) {
                peak = Math.max(peak, kibibytes(matcher));
            }
            if (ram.isPresent() && looks++ % LOOKS_PER_MAP == 0) {
                OptionalLong now = resident(Files.readAllLines(maps), ram.get());
                guest = now.isPresent() ? now : guest;
            }
        } catch (IOException e) {
            // It has ended, or this is not Linux.
        }
    }

    /**
     * The most so far. Of the guest's memory that is not counted which the host has given: QEMU maps it by itself, and the
     * guest alone touches it. In a JVM it is an array among others and was touched as a whole when it was made.
     */
    OptionalLong peak() {
        return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak - guest.orElse(ram.orElse(0L)));
    }

    /** How much of a mapping of exactly this size is there. */
    private static OptionalLong resident(List<String> maps, long size) {
        boolean found = false;
        for (String line : maps) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                found = address(mapping.group(2)) - address(mapping.group(1)) == size;
            }
            Matcher matcher = RESIDENT.matcher(line);
            if (found && matcher.matches()) {
                return OptionalLong.of(kibibytes(matcher));
            }
        }
        return OptionalLong.empty();
    }

    private static long address(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    private static long kibibytes(Matcher matcher) {
        return Long.parseLong(matcher.group(1)) << 10;
    }
}
