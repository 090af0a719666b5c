package dev.vmkit.layers.hypervisor;

import static java.util.Objects.requireNonNull;

import dev.vmkit.api.Image;
import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.sensitivity.GuestKernelCode;
import dev.vmkit.machine.memory.Ram;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks through programs for instructions that a kernel made for a monitor has to ask for. Wherever one could begin, it is
 * tried: a jump may lead into the middle of another, and nobody knows what is data. They may stand in one page, that of the
 * symbol {@value #PAGE}, where the guest keeps what it asks for.
 */
final class Scan {
    /** The symbol at which the page begins. */
    static final String PAGE = "hypercall_page";

    private final Isa isa;
    private final CalledOut calledOut;
    private final Optional<GuestKernelCode> kernel;
    private final Decoder decoder;
    private final int unitBytes;
    private final long step;

    Scan(Isa isa) {
        this.isa = isa;
        this.calledOut = new CalledOut(isa);
        Privilege privilege = isa.model().privilege().orElseThrow();
        this.kernel = privilege.guestKernel().map(mode -> new GuestKernelCode(isa.model(), privilege, mode));
        this.decoder = Decoder.of(isa);
        this.unitBytes = isa.model().fetch().unit() / Byte.SIZE;
        this.step = isa.instructions().stream()
                        .mapToInt(i -> i.form().encoding().width())
                        .min()
                        .orElse(Byte.SIZE)
                / isa.model().fetch().unit();
    }

    /** The first such instruction, in a sentence without a full stop; nothing if there is none. */
    Optional<String> first(List<Image> programs) {
        OptionalLong page = programs.stream()
                .filter(p -> p.symbols().containsKey(PAGE))
                .mapToLong(p -> p.symbols().getOrDefault(PAGE, 0L))
                .findFirst();
        return programs.stream()
                .flatMap(p -> p.segments().stream())
                .filter(s -> s.space().isEmpty() || s.space().equals(physical()))
                .flatMap(s -> first(s, page).stream())
                .findFirst();
    }

    /** The space that instructions really come from. */
    private String physical() {
        Space space = isa.model().fetch();
        while (space.over().isPresent()) {
            space = requireNonNull(isa.model().spaces().get(space.over().get()));
        }
        return space.name();
    }

    private Optional<String> first(Image.Segment segment, OptionalLong page) {
        for (long at = 0; at < segment.bytes().length / unitBytes; at += step) {
            long address = segment.address() + at;
            boolean allowed = page.isPresent()
                    && Long.compareUnsigned(address - page.getAsLong(), Ram.PAGE_BYTES / unitBytes) < 0;
            if (!allowed
                    && decode(segment.bytes(), at) instanceof Decoding.Decoded found
                    && calledOut.reachesOut(found.instruction())
                    && kernel.filter(k -> k.mayHold(found.instruction(), found.values()))
                            .isEmpty()) {
                return Optional.of("'" + found.instruction().id() + "' at 0x" + Long.toHexString(address)
                        + " is not for a guest to do; ask the monitor for it, from the page '" + PAGE + "'");
            }
        }
        return Optional.empty();
    }

    private Decoding decode(byte[] bytes, long at) {
        return decoder.decode(offset -> unit(bytes, (int) (at + offset) * unitBytes));
    }

    /** Past the end there are zeros. */
    private long unit(byte[] bytes, int from) {
        long unit = 0;
        for (int i = 0; i < unitBytes && from + i < bytes.length; i++) {
            int place = isBig() ? unitBytes - 1 - i : i;
            unit |= (bytes[from + i] & 0xFFL) << place * Byte.SIZE;
        }
        return unit;
    }

    private boolean isBig() {
        return isa.model().byteOrder() == ByteOrder.BIG;
    }
}
