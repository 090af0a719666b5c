package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Engines that are wrong in ways that are easily overlooked. */
enum Mutant {
    COUNTS_ONE_MORE_AFTER_A_TRAP(CountsTraps::new, "lc3", "rv64iac"),
    LOSES_A_BIT_EVERY_THOUSANDTH_INSTRUCTION(LosesBit::new, "mos6502", "rv64iac", "z80"),
    TAKES_INTERRUPTS_ONE_INSTRUCTION_LATE(LateInterrupt::new, "mos6502"),
    EXECUTES_WHAT_WAS_OVERWRITTEN(StaleCode::new, "mos6502", "rv64iac", "z80"),
    LOSES_A_STORE_NOW_AND_THEN(LosesStore::new, "mos6502", "rv64iac", "z80");

    private final Engine.Factory factory;
    private final List<String> isas;

    /** An engine that is wrong, on instruction sets that have what it gets wrong. */
    Mutant(Engine.Factory factory, String... isas) {
        this.factory = factory;
        this.isas = List.of(isas);
    }

    List<String> isas() {
        return isas;
    }

    Engine.Factory factory() {
        return factory;
    }

    private static final class CountsTraps extends StepwiseEngine {
        private boolean undefined;

        CountsTraps(Hart hart) {
            super(hart);
        }

        @Override
        void before() {
            undefined = decode(hart.state().pc())
                    .filter(Decoding.Undefined.class::isInstance)
                    .isPresent();
        }

        @Override
        void after() {
            if (undefined
                    && decode(hart.state().pc())
                            .filter(Decoding.Decoded.class::isInstance)
                            .isPresent()) {
                hart.retire(0);
            }
        }
    }

    private static final class LosesBit extends StepwiseEngine {
        private int instructions;

        LosesBit(Hart hart) {
            super(hart);
        }

        @Override
        void after() {
            if (++instructions % 1000 == 0) {
                RegisterFile file = hart.isa().model().registers().getFirst();
                int last = file.count() - 1;
                hart.state().set(file, last, hart.state().get(file, last) & -2);
            }
        }
    }

    private static final class LateInterrupt extends StepwiseEngine {
        private List<Lines.Line> seen = List.of();
        private List<Lines.Line> hidden = List.of();

        LateInterrupt(Hart hart) {
            super(hart);
        }

        @Override
        void before() {
            List<Lines.Line> raised = List.copyOf(hart.lines().raised());
            hidden = raised.stream().filter(line -> !seen.contains(line)).toList();
            hidden.forEach(line -> hart.setLine(line.number(), line.level(), false));
            seen = raised;
        }

        @Override
        void after() {
            hidden.forEach(line -> hart.setLine(line.number(), line.level(), true));
        }
    }

    private static final class StaleCode extends StepwiseEngine {
        private final AddressSpace memory;
        private final Map<Long, List<Long>> known = new HashMap<>();

        StaleCode(Hart hart) {
            super(hart);
            memory = hart.space(hart.isa().model().fetch().name());
        }

        /** Puts the old bits back, for good, where the instruction had been executed before. */
        @Override
        void before() {
            long pc = hart.state().pc();
            Optional<Decoding> decoding = decode(pc).filter(Decoding.Decoded.class::isInstance);
            if (decoding.isPresent() && memory.find(pc).region() instanceof Ram ram && ram.writable()) {
                List<Long> old =
                        known.computeIfAbsent(pc, _ -> units(pc, decoding.get().units()));
                for (int i = 0; i < old.size() && inRam(pc + i); i++) {
                    memory.store(pc + i, memory.unitBits(), old.get(i));
                }
            }
        }

        private boolean inRam(long address) {
            return memory.find(address).region() instanceof Ram;
        }

        private List<Long> units(long pc, int count) {
            List<Long> units = new ArrayList<>();
            for (int i = 0; i < count && inRam(pc + i); i++) {
                units.add(memory.load(pc + i, memory.unitBits()));
            }
            return units;
        }
    }

    private static final class LosesStore extends StepwiseEngine {
        private int stores;
        private Map<Ram, byte[]> before = Map.of();

        LosesStore(Hart hart) {
            super(hart);
        }

        @Override
        void before() {
            boolean store = decode(hart.state().pc())
                    .filter(d -> d instanceof Decoding.Decoded i
                            && i.instruction().effects().mayStore())
                    .isPresent();
            before = new HashMap<>();
            if (store && ++stores % 50 == 0) {
                hart.isa().model().spaces().keySet().stream()
                        .flatMap(space -> hart.space(space).mappings().stream())
                        .map(Mapping::region)
                        .forEach(region -> {
                            if (region instanceof Ram ram) {
                                before.put(ram, ram.bytes().clone());
                            }
                        });
            }
        }

        @Override
        void after() {
            before.forEach((ram, bytes) -> System.arraycopy(bytes, 0, ram.bytes(), 0, bytes.length));
        }
    }
}
