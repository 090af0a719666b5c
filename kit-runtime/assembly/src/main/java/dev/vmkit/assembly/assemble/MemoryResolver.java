package dev.vmkit.assembly.assemble;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.assembly.config.Amount;
import dev.vmkit.assembly.config.LimitsConfig;
import dev.vmkit.assembly.config.Located;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.MemoryConfig;
import dev.vmkit.assembly.config.MemoryConfig.Extent;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Works out how large each piece of memory is and whether the machine may have that much. */
final class MemoryResolver {
    /** Bytes all memory may have if the machine file does not say otherwise. */
    static final long DEFAULT_LIMIT = 2L << 30;

    /** Bytes one piece may have: it lies in one Java array. */
    static final long LARGEST_PIECE = (2L << 30) - 4096;

    private final Spaces spaces;
    private final MachineFiles files;
    private final Diagnostics diagnostics;
    private final long limit;
    private long total;

    MemoryResolver(Spaces spaces, MachineFiles files, LimitsConfig limits, Diagnostics diagnostics) {
        this.spaces = spaces;
        this.files = files;
        this.diagnostics = diagnostics;
        this.limit = limits.memory().map(Located::value).orElse(DEFAULT_LIMIT);
    }

    List<ResolvedMemory> resolve(List<MemoryConfig> memory, Claims claims) {
        List<ResolvedMemory> resolved = new ArrayList<>();
        for (MemoryConfig m : memory) {
            resolve(m).ifPresent(r -> {
                claims.add("memory '" + r.name() + "'", r.space(), r.start(), r.units(), r.at());
                resolved.add(r);
            });
        }
        return resolved;
    }

    private Optional<ResolvedMemory> resolve(MemoryConfig memory) {
        Optional<Space> space = spaces.named(memory.space());
        Optional<byte[]> file = memory.file().flatMap(files::read);
        if (space.isEmpty() || file.isPresent() != memory.file().isPresent()) {
            return Optional.empty();
        }
        byte[] contents = file.orElse(new byte[0]);
        int unitBytes = space.get().unit() / 8;
        OptionalLong units = memory.extent().isPresent()
                ? units(memory, memory.extent().get(), unitBytes)
                : OptionalLong.of((contents.length + unitBytes - 1L) / unitBytes);
        if (units.isEmpty() || !mayHave(memory, units.getAsLong(), unitBytes, contents.length)) {
            return Optional.empty();
        }
        return Optional.of(new ResolvedMemory(
                memory.name().value(),
                space.get(),
                memory.from().value(),
                units.getAsLong(),
                !memory.rom(),
                contents,
                memory.name().span()));
    }

    private OptionalLong units(MemoryConfig memory, Extent extent, int unitBytes) {
        return switch (extent) {
            case Extent.Size size -> units(size.amount(), unitBytes);
            case Extent.To to -> units(memory.from(), to.address());
        };
    }

    private OptionalLong units(Located<Long> from, Located<Long> to) {
        if (Long.compareUnsigned(to.value(), from.value()) < 0) {
            diagnostics.report(
                    MachineProblem.EXTENT,
                    to.at(),
                    "the last address " + Addresses.hex(to.value()) + " comes before the first, "
                            + Addresses.hex(from.value()));
            return OptionalLong.empty();
        }
        return OptionalLong.of(to.value() - from.value() + 1);
    }

    private OptionalLong units(Located<Amount> amount, int unitBytes) {
        long number = amount.value().number();
        if (amount.value().bare() || number % unitBytes == 0) {
            return OptionalLong.of(amount.value().bare() ? number : number / unitBytes);
        }
        diagnostics.report(
                MachineProblem.ALIGNMENT,
                amount.at(),
                "one address stands for " + unitBytes + " bytes here, and " + number + " is no multiple of that");
        return OptionalLong.empty();
    }

    private boolean mayHave(MemoryConfig memory, long units, int unitBytes, long contents) {
        Span at =
                memory.extent().map(MemoryResolver::place).orElse(memory.name().span());
        if (units == 0) {
            diagnostics.report(MachineProblem.ALIGNMENT, at, "memory '" + memory.name() + "' has no address at all");
            return false;
        }
        if (units < 0 || units > LARGEST_PIECE / unitBytes) {
            diagnostics.report(
                    MachineProblem.MEMORY_LIMIT,
                    at,
                    "memory '" + memory.name() + "' asks for " + size(units, unitBytes)
                            + "; one piece of memory has at most 2 GiB less 4 KiB");
            return false;
        }
        return withinLimit(memory, at, units * unitBytes) && holds(memory, units * unitBytes, contents);
    }

    private static String size(long units, int unitBytes) {
        boolean countable = units > 0 && units <= Long.MAX_VALUE / unitBytes;
        return countable ? Quantity.show(Type.SIZE, units * unitBytes) : "more than 8 EiB";
    }

    private boolean withinLimit(MemoryConfig memory, Span at, long bytes) {
        total += bytes;
        if (total - bytes <= limit && total > limit) {
            String allowed = Quantity.show(Type.SIZE, limit);
            String message = total == bytes
                    ? "memory '" + memory.name() + "' asks for " + Quantity.show(Type.SIZE, bytes) + ", allowed are "
                            + allowed
                    : "with memory '" + memory.name() + "' this machine has " + Quantity.show(Type.SIZE, total)
                            + ", allowed are " + allowed;
            diagnostics.report(
                    MachineProblem.MEMORY_LIMIT,
                    at,
                    message,
                    "write 'limits: { memory: " + Quantity.show(Type.SIZE, total) + " }' if that is meant");
        }
        return total <= limit;
    }

    private boolean holds(MemoryConfig memory, long bytes, long contents) {
        if (contents > bytes) {
            diagnostics.report(
                    MachineProblem.EXTENT,
                    memory.file().map(f -> f.span()).orElse(memory.name().span()),
                    "the file has " + contents + " bytes, memory '" + memory.name() + "' only " + bytes);
        }
        return contents <= bytes;
    }

    private static Span place(Extent extent) {
        return switch (extent) {
            case Extent.Size size -> size.amount().at();
            case Extent.To to -> to.address().at();
        };
    }
}
