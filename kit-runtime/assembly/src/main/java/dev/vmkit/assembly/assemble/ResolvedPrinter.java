package dev.vmkit.assembly.assemble;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.language.isa.RegisterFile;

/** A machine as it will be built, one line a part: what {@code kit show --stage resolved} prints. */
public final class ResolvedPrinter {
    private final StringBuilder out = new StringBuilder();

    private ResolvedPrinter() {}

    /** Equal machines give equal text. */
    public static String print(ResolvedMachine machine) {
        ResolvedPrinter printer = new ResolvedPrinter();
        printer.machine(machine);
        return printer.out.toString();
    }

    private void machine(ResolvedMachine m) {
        line("machine " + m.name() + (m.about().isEmpty() ? "" : ": " + m.about()));
        line("cpu " + m.isa().name() + " params " + m.isa().model().params() + " features "
                + new java.util.TreeSet<>(m.isa().model().features()));
        line("  harts " + m.harts() + ", engine " + m.engine() + ", "
                + Quantity.show(Type.FREQUENCY, m.speed())
                + ", timebase " + Quantity.show(Type.FREQUENCY, m.timebase())
                + (m.start().isPresent()
                        ? ", starts at " + Addresses.hex(m.start().getAsLong())
                        : ""));
        registers(m);
        m.memory().forEach(this::memory);
        m.devices().forEach(this::device);
        m.console().typesInto().ifPresent(p -> line("console types into " + p.device() + "." + p.stream()));
        m.console().shows().ifPresent(p -> line("console shows " + p.device() + "." + p.stream()));
        m.network().ifPresent(this::network);
        m.programs().forEach(this::program);
        if (m.limits().instructions() != Long.MAX_VALUE) {
            line("limit " + m.limits().instructions() + " instructions");
        }
        if (m.limits().hostNanos() != Long.MAX_VALUE) {
            line("limit time " + Quantity.show(Type.DURATION, m.limits().hostNanos()));
        }
    }

    private void registers(ResolvedMachine m) {
        for (RegisterFile file : m.isa().model().registers()) {
            for (int i = 0; i < file.count(); i++) {
                Long value = m.registers().get(file.slot() + i);
                if (value != null) {
                    line("  " + file.names().get(i) + " = " + Addresses.hex(value & file.mask()));
                }
            }
        }
    }

    private void network(ResolvedNetwork n) {
        line("network of " + n.device() + "." + n.plug());
        n.rules()
                .services()
                .forEach((asked, port) -> line("  10.0.2.2:" + asked + " -> port " + port + " of the host"));
        n.rules().forwards().forEach((port, guest) -> line("  port " + port + " of the host -> 10.0.2.15:" + guest));
        n.rules().names().forEach(name -> line("  " + name + " is 10.0.2.2"));
    }

    private void memory(ResolvedMemory m) {
        line((m.writable() ? "ram " : "rom ") + m.name() + " " + m.space().name() + " "
                + Addresses.range(m.start(), m.units()) + " " + Quantity.show(Type.SIZE, m.bytes())
                + (m.contents().length == 0 ? "" : " holding " + m.contents().length + " bytes"));
    }

    private void device(ResolvedDevice d) {
        line("device " + d.name() + " " + d.part()
                + (d.units() == 0 ? "" : " " + d.space().name() + " " + Addresses.range(d.start(), d.units())));
        d.parameters().forEach((name, value) -> line("  " + name + " = " + value(value)));
        line("  runs " + code(d.code()));
        d.interrupts()
                .forEach(w -> line("  " + w.output() + " -> " + (d.perHart(w.output()) ? "every " : "") + w.target()
                        + (w.toProcessor() ? " line " : " input ") + w.line()
                        + (w.level() == 0 ? "" : " level " + w.level())));
        d.stores().forEach((name, disk) -> line("  " + name + " = " + disk));
        d.outputs().forEach((name, file) -> line("  " + name + " -> " + file));
    }

    private static String code(DeviceCode code) {
        return switch (code) {
            case DeviceCode.InJava java -> "class " + java.model().getClass().getName();
            case DeviceCode.InYaml _ -> "its definition";
        };
    }

    private static String value(ParameterValue value) {
        return switch (value) {
            case ParameterValue.Number number -> Long.toString(number.value());
            case ParameterValue.Words words -> words.value();
        };
    }

    private void program(ResolvedProgram p) {
        line("program " + p.file() + " (" + p.format() + ")"
                + (p.entry().isPresent() ? " entry " + Addresses.hex(p.entry().getAsLong()) : ""));
        p.segments()
                .forEach(s -> line("  " + s.space() + " " + Addresses.range(s.address(), s.units()) + " "
                        + Quantity.show(Type.SIZE, s.size())));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
