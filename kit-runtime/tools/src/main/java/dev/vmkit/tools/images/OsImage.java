package dev.vmkit.tools.images;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The operating systems the kit can fetch. */
public enum OsImage {
    DEBIAN_13_RISCV64(
            "debian-13-riscv64",
            "Debian 13's kernel for 64-bit RISC-V, unmodified, with a BusyBox shell",
            "trixie",
            List.of("stable"),
            "riscv64");

    private final String title;
    private final String about;
    private final String codename;
    private final List<String> otherNames;
    private final String architecture;

    OsImage(String title, String about, String codename, List<String> otherNames, String architecture) {
        this.title = title;
        this.about = about;
        this.codename = codename;
        this.otherNames = otherNames;
        this.architecture = architecture;
    }

    public static Optional<OsImage> named(String title) {
        return Arrays.stream(values())
                .filter(image -> image.title.equals(title))
                .findFirst();
    }

    /** The name that people use. */
    public String title() {
        return title;
    }

    public String about() {
        return about;
    }

    /** The release of Debian. */
    String codename() {
        return codename;
    }

    /** Names under which mirrors keep the release at present, besides its own. */
    List<String> otherNames() {
        return otherNames;
    }

    /** The processor, as Debian calls it. */
    String architecture() {
        return architecture;
    }
}
