package dev.vmkit.assembly.config;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A machine file as it was understood, one line a part: what {@code kit show --stage config} prints. */
public final class ConfigPrinter {
    private final StringBuilder out = new StringBuilder();

    private ConfigPrinter() {}

    /** Equal configurations give equal text. */
    public static String print(MachineConfig machine) {
        ConfigPrinter printer = new ConfigPrinter();
        printer.machine(machine);
        return printer.out.toString();
    }

    private void machine(MachineConfig m) {
        line("machine " + m.name() + (m.about().isEmpty() ? "" : ": " + m.about()));
        cpu(m.cpu());
        m.memory().forEach(this::memory);
        m.devices().forEach(this::device);
        m.console().typesInto().ifPresent(device -> line("console types into " + device));
        m.console().shows().ifPresent(device -> line("console shows " + device));
        m.network().ifPresent(this::network);
        m.firmware().forEach(file -> load("firmware", file));
        m.load().forEach(file -> load("load", file));
        m.boot().ifPresent(this::boot);
        limits(m.limits());
    }

    private void network(NetworkConfig n) {
        n.services().forEach((asked, port) -> line("network service " + asked + " at port " + port));
        n.forwards().forEach((port, guest) -> line("network forward " + port + " to " + guest));
        n.names().forEach(name -> line("network name " + name));
    }

    private void cpu(CpuConfig c) {
        line("cpu " + c.isa()
                + word(" variant ", c.variant())
                + named(c.params())
                + named(c.features())
                + word(" engine ", c.engine())
                + c.startsAt().map(at -> " starts at " + hex(at)).orElse("")
                + c.speed()
                        .map(s -> " speed " + Quantity.show(Type.FREQUENCY, s.value()))
                        .orElse("")
                + c.timebase()
                        .map(t -> " timebase " + Quantity.show(Type.FREQUENCY, t.value()))
                        .orElse("")
                + (c.harts() == 1 ? "" : " harts " + c.harts())
                + named(c.registers()));
    }

    private static String named(List<? extends CpuConfig.Named<?>> values) {
        return values.stream().map(v -> " " + v.name() + "=" + v.value()).collect(Collectors.joining());
    }

    private void memory(MemoryConfig m) {
        line((m.rom() ? "rom " : "ram ") + m.name() + " at " + hex(m.from())
                + m.extent().map(ConfigPrinter::extent).orElse("")
                + word(" file ", m.file())
                + word(" space ", m.space()));
    }

    private static String extent(MemoryConfig.Extent extent) {
        return switch (extent) {
            case MemoryConfig.Extent.To to -> " to " + hex(to.address());
            case MemoryConfig.Extent.Size size -> " size " + size(size.amount().value());
        };
    }

    private static String size(Amount amount) {
        return amount.bare() ? amount.number() + " units" : Quantity.show(Type.SIZE, amount.number());
    }

    private void device(DeviceConfig d) {
        line("device " + d.name()
                + word(" model ", d.model())
                + d.at().map(at -> " at " + hex(at)).orElse("")
                + word(" space ", d.space()));
        d.interrupts()
                .forEach(i -> line("  interrupt" + word(" ", i.output()) + " to " + i.target()
                        + i.line().map(l -> " line " + l.value()).orElse("")
                        + i.level().map(l -> " level " + l.value()).orElse("")));
        d.dma().forEach(memory -> line("  dma to " + memory));
        d.settings().forEach(s -> line("  " + s.name() + ": " + s.value()));
    }

    private void load(String what, LoadConfig file) {
        line(what + " " + file.file()
                + file.at().map(at -> " at " + hex(at)).orElse("")
                + word(" format ", file.format()));
    }

    private void boot(BootConfig boot) {
        line("boot"
                + word(" initrd ", boot.initrd())
                + word(" device tree ", boot.deviceTree())
                + word(" arguments ", boot.arguments()));
    }

    private void limits(LimitsConfig limits) {
        limits.instructions().ifPresent(n -> line("limit " + n.value() + " instructions"));
        limits.time().ifPresent(n -> line("limit time " + Quantity.show(Type.DURATION, n.value())));
        limits.memory().ifPresent(n -> line("limit memory " + Quantity.show(Type.SIZE, n.value())));
    }

    private static String word(String before, Optional<Text> text) {
        return text.map(t -> before + t).orElse("");
    }

    private static String hex(Located<Long> address) {
        return "0x" + Long.toHexString(address.value()).toUpperCase(java.util.Locale.ROOT);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
