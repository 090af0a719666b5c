package dev.vmkit.tools.bench;

import dev.vmkit.tools.images.ImageFolder;
import java.util.List;
import java.util.stream.Stream;

/** All kernels. */
public record Kernels(List<Kernel> all) {
    public Kernels {
        all = List.copyOf(all);
    }

    /**
     * Those that came with the kit.
     *
     * @param debian where Debian's kernel lies, for the one that boots it
     */
    public static Kernels with(ImageFolder debian) {
        return new Kernels(List.of(
                virt("mix", Group.BARE, 2500, "a sieve, a sort, a CRC, a product of matrices, a state machine"),
                virt("list", Group.BARE, 520, "pointer chasing: a shuffled list of 4 MiB, a tree"),
                virt("hash", Group.BARE, 15_000, "SHA-256"),
                virt("calls", Group.BARE, 2200, "recursion, and functions known only by a pointer"),
                virt("doubles", Group.DOUBLES, 1400, "doubles: orbits of planets, a product of matrices"),
                virt("mix-sv39", Group.SV39, 2500, "mix, in supervisor mode with pages of 4 KiB"),
                virt("list-sv39", Group.SV39, 520, "list, the same way"),
                virt("hash-sv39", Group.SV39, 15_000, "hash, the same way"),
                virt("doubles-sv39", Group.SV39, 1400, "doubles, the same way"),
                virt("syscalls", Group.SV39, 250, "a program in user mode that calls its kernel and touches new pages"),
                virt("cold", Group.COLD, 1, "10,000 blocks of code that run once"),
                new Kernel(
                        "warm",
                        Group.COLD,
                        "the 10,000 blocks of cold, 3000 times each",
                        3000,
                        new VirtBoard("cold.elf")),
                virt("generate", Group.COLD, 1000, "a program that keeps writing new code, some of it hot"),
                mos6502("sieve", "the sieve of Eratosthenes up to 8192"),
                mos6502("crc", "a CRC-16, bit by bit"),
                mos6502("sort", "sorting a page by insertion, in subroutines"),
                new Kernel(
                        "student",
                        Group.STUDENT,
                        "loops within loops",
                        500_000_000,
                        new SmallBoard(SmallBoard.Isa.STUDENT, "loops.asm")),
                new Kernel(
                        "boot",
                        Group.BOOT,
                        "Debian's kernel, from power-on to the shell",
                        1,
                        new DebianBoard(debian))));
    }

    private static Kernel virt(String name, Group group, long rounds, String about) {
        return new Kernel(name, group, about, rounds, new VirtBoard(name + ".elf"));
    }

    private static Kernel mos6502(String program, String about) {
        return new Kernel(
                "mos6502-" + program,
                Group.MOS6502,
                about,
                500_000_000,
                new SmallBoard(SmallBoard.Isa.MOS6502, program + ".asm"));
    }

    /** Those that run if nobody names any: all but Debian, which has to be fetched. */
    public List<Kernel> usual() {
        return all.stream().filter(kernel -> kernel.group() != Group.BOOT).toList();
    }

    /** The kernel of this name, or those of the group of this name; none if there is neither. */
    public List<Kernel> named(String name) {
        List<Kernel> group = Group.named(name)
                .map(g -> all.stream().filter(kernel -> kernel.group() == g).toList())
                .orElse(List.of());
        return group.isEmpty()
                ? all.stream().filter(kernel -> kernel.name().equals(name)).toList()
                : group;
    }

    /** What may be named. */
    public List<String> names() {
        return Stream.concat(
                        all.stream().map(Kernel::name),
                        Stream.of(Group.values()).map(Group::title))
                .distinct()
                .toList();
    }
}
