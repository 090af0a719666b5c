package dev.vmkit.tools.cli;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.assembly.assemble.ConsoleWires.Plug;
import dev.vmkit.assembly.assemble.ResolvedDevice;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.assemble.ResolvedMemory;
import dev.vmkit.assembly.assemble.ResolvedProgram;
import dev.vmkit.language.device.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine drawn as text: the processor, each of its address spaces, and what lies where. */
final class Diagram {
    private final ResolvedMachine machine;
    private final StringBuilder out = new StringBuilder();

    /** What lies at an address. */
    private record Place(long start, long end, String name, String what, String wires) {}

    Diagram(ResolvedMachine machine) {
        this.machine = machine;
    }

    String text() {
        line(machine.name() + (machine.about().isEmpty() ? "" : ": " + machine.about()));
        line("");
        processor();
        List<Map.Entry<String, List<Place>>> spaces = new ArrayList<>(places().entrySet());
        for (int i = 0; i < spaces.size(); i++) {
            space(spaces.get(i).getKey(), spaces.get(i).getValue(), i == spaces.size() - 1);
        }
        machine.programs().forEach(this::program);
        return out.toString();
    }

    private void processor() {
        String cpu = (machine.harts() == 1 ? "cpu" : machine.harts() + " cpus") + "  "
                + machine.isa().name();
        String start = machine.start().isPresent()
                ? ", starts at " + hex(machine.start().getAsLong())
                : "";
        String speed = Quantity.show(Type.FREQUENCY, machine.speed());
        line("  ┌─" + "─".repeat(cpu.length()) + "─┐");
        line("  │ " + cpu + " │  " + machine.engine() + ", " + speed + start);
        line("  └─┬" + "─".repeat(cpu.length()) + "┘");
    }

    private Map<String, List<Place>> places() {
        Map<String, List<Place>> places = new TreeMap<>();
        for (ResolvedMemory m : machine.memory()) {
            add(places, m.space().name(), place(m));
        }
        for (ResolvedDevice d : machine.devices()) {
            add(places, d.units() == 0 ? "" : d.space().name(), place(d));
        }
        places.values().forEach(list -> list.sort(Comparator.comparing(Place::start, Long::compareUnsigned)));
        return places;
    }

    private static void add(Map<String, List<Place>> places, String space, Place place) {
        places.computeIfAbsent(space, s -> new ArrayList<>()).add(place);
    }

    private static Place place(ResolvedMemory m) {
        String size = Quantity.show(Type.SIZE, m.bytes());
        return new Place(m.start(), m.start() + m.units() - 1, m.name(), (m.writable() ? "RAM " : "ROM ") + size, "");
    }

    private Place place(ResolvedDevice d) {
        StringBuilder wires = new StringBuilder();
        for (ResolvedDevice.Wire w : d.interrupts()) {
            wires.append(d.perHart(w.output()) && machine.harts() > 1 ? "──▶ every " : "──▶ ")
                    .append(w.target())
                    .append(w.toProcessor() ? " line " : " ")
                    .append(w.line())
                    .append(w.level() == 0 ? "" : " level " + w.level())
                    .append("  ");
        }
        if (isPlug(machine.console().typesInto(), d)) {
            wires.append("◀── keys  ");
        }
        if (isPlug(machine.console().shows(), d)) {
            wires.append("──▶ screen  ");
        }
        long end = d.start() + Math.max(1, d.units()) - 1;
        return new Place(
                d.start(), end, d.name(), d.part().name(), wires.toString().strip());
    }

    private static boolean isPlug(Optional<Plug> plug, ResolvedDevice device) {
        return plug.isPresent() && plug.get().device().equals(device.name());
    }

    private void space(String name, List<Place> places, boolean last) {
        line("    " + (last ? "└" : "├") + "─┬ " + (name.isEmpty() ? "without addresses" : name));
        List<List<String>> rows = places.stream()
                .map(p -> List.of(name.isEmpty() ? "" : range(p), p.name(), p.what(), p.wires()))
                .toList();
        List<String> lines = Table.text(rows).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line((last ? "      " : "    │ ")
                    + (i == lines.size() - 1 ? "└─" : "├─")
                    + lines.get(i).substring(1));
        }
    }

    private void program(ResolvedProgram program) {
        long bytes =
                program.segments().stream().mapToLong(s -> s.bytes().length).sum();
        String at = program.segments().isEmpty()
                ? ""
                : " at " + hex(program.segments().getFirst().address());
        line((program == machine.programs().getFirst() ? "\n" : "") + "  loads " + program.file() + " ("
                + program.format() + "), " + bytes + " bytes" + at);
    }

    private static String range(Place place) {
        return place.start() == place.end() ? hex(place.start()) : hex(place.start()) + ".." + hex(place.end());
    }

    private static String hex(long value) {
        return "0x%04x".formatted(value);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
