package dev.vmkit.testkit.device;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceRegister;
import dev.vmkit.machine.device.PluginFault;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.report.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tests that follow from a device's definition alone. */
public final class DeviceTests {
    private static final int STEPS = 2_000;
    private static final int RUNS = 5;
    private static final String NOTHING = "0 registers";

    private final DeviceDefinition definition;
    private final Optional<DeviceModel> model;
    private final Map<String, String> settings;

    private DeviceTests(DeviceDefinition definition, Optional<DeviceModel> model) {
        this.definition = definition;
        this.model = model;
        this.settings = missing(definition);
    }

    /**
     * Tests a device with the defaults of its parameters.
     *
     * @param model its Java class, if it has one
     * @param progress told of each test before it runs
     * @throws dev.vmkit.language.text.MistakeException if its behaviour is wrong; check it first
     */
    public static List<Case> run(DeviceDefinition definition, Optional<DeviceModel> model, Consumer<String> progress) {
        DeviceTests tests = new DeviceTests(definition, model);
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("starts with its declared reset values", tests::resetValues);
        all.put("answers every access it declares", tests::accesses);
        all.put("keeps read-only registers from being written", tests::readOnly);
        all.put("goes on from a saved state as if nothing had happened", tests::savedState);
        List<Case> cases = new ArrayList<>();
        all.forEach((name, test) -> {
            progress.accept(name);
            cases.add(guarded(name, test));
        });
        cases.removeIf(found -> found.detail().equals(NOTHING)); // what looked at nothing shows nothing
        return cases;
    }

    private static Case guarded(String name, Supplier<String> test) {
        try {
            return Case.passed(name, test.get());
        } catch (Broken broken) {
            return Case.failed(name, String.valueOf(broken.getMessage()));
        } catch (PluginFault | AccessFault | IllegalArgumentException fault) {
            return Case.failed(name, String.valueOf(fault.getMessage()));
        }
    }

    /** A test found a counterexample. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Broken(String message) {
            super(message, null, false, false);
        }
    }

    /** A value for each parameter that must be set. */
    private static Map<String, String> missing(DeviceDefinition definition) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ParameterInfo parameter : definition.parameters()) {
            if (parameter.defaultValue().isEmpty()) {
                values.put(
                        parameter.name(),
                        parameter.choices().stream().findFirst().orElseGet(() -> any(parameter)));
            }
        }
        return values;
    }

    private static String any(ParameterInfo parameter) {
        return parameter.type() == ParameterInfo.Type.FLAG ? "false" : Long.toString(parameter.least());
    }

    private DeviceBench bench() {
        return DeviceBench.of(definition, model, settings);
    }

    /** What a register computes at a read has no reset value to compare; nor has one of Java's without a declared one. */
    private String resetValues() {
        DeviceBench bench = bench();
        int compared = 0;
        for (DeviceRegister register : plain()) {
            boolean declared = model.isEmpty() || register.file().reset() != 0;
            if (declared && !definition.handlers().containsKey("on-reset")) {
                require(register, bench, register.file().reset());
                compared++;
            }
        }
        return compared + " registers";
    }

    private String readOnly() {
        DeviceBench bench = bench();
        int compared = 0;
        for (DeviceRegister register : plain()) {
            if (!register.access().writes() && definition.registers().stream().noneMatch(r -> writtenAt(register, r))) {
                long before = bench.read(register.at(), register.width());
                bench.write(register.at(), register.width(), ~before);
                require(register, bench, before);
                compared++;
            }
        }
        return compared + " registers";
    }

    /** Registers whose value a read shows and does not change, of a width that one access covers. */
    private List<DeviceRegister> plain() {
        return definition.registers().stream()
                .filter(r -> r.access().reads() && r.onRead().isEmpty())
                .filter(r -> definition.widths().contains(r.width()))
                .toList();
    }

    private boolean writtenAt(DeviceRegister register, DeviceRegister other) {
        return other.access().writes()
                && other.at() < register.at() + register.width() / definition.unit()
                && register.at() < other.at() + other.width() / definition.unit();
    }

    private static void require(DeviceRegister register, DeviceBench bench, long expected) {
        long value = bench.read(register.at(), register.width());
        if (value != expected) {
            throw new Broken("%s reads 0x%x, not 0x%x".formatted(register.name(), value, expected));
        }
    }

    private String accesses() {
        for (int seed = 1; seed <= RUNS; seed++) {
            DeviceBench bench = bench();
            RandomGuest guest = new RandomGuest(definition, seed);
            for (int i = 0; i < STEPS; i++) {
                guest.act(bench);
            }
        }
        return RUNS * STEPS + " steps";
    }

    private String savedState() {
        for (int seed = 1; seed <= RUNS; seed++) {
            DeviceBench bench = bench();
            RandomGuest before = new RandomGuest(definition, seed);
            for (int i = 0; i < STEPS / RUNS * seed; i++) {
                before.act(bench);
            }
            DeviceBench copy = bench();
            copy.takeOver(bench);
            bench.forgetInput();
            compare(bench, copy, seed);
        }
        return RUNS + " states";
    }

    private void compare(DeviceBench bench, DeviceBench copy, long seed) {
        RandomGuest guest = new RandomGuest(definition, -seed);
        RandomGuest same = new RandomGuest(definition, -seed);
        for (int i = 0; i < STEPS; i++) {
            String expected = guest.act(bench);
            String found = same.act(copy);
            if (!found.equals(expected)) {
                throw new Broken("after %d steps: %s, but from the saved state: %s".formatted(i, expected, found));
            }
        }
        if (!copy.save().equals(bench.save())) {
            throw new Broken("after %d steps the states differ".formatted(STEPS));
        }
    }
}
