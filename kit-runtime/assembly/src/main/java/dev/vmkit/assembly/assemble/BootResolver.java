package dev.vmkit.assembly.assemble;

import dev.vmkit.api.Image;
import dev.vmkit.assembly.config.BootConfig;
import dev.vmkit.assembly.config.LoadConfig;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.isa.BootProtocol;
import dev.vmkit.language.isa.BootProtocol.Handover;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.devicetree.BlobReader;
import dev.vmkit.layers.devicetree.BlobWriter;
import dev.vmkit.layers.devicetree.DeviceTree;
import dev.vmkit.layers.devicetree.Property;
import dev.vmkit.layers.devicetree.TreeNode;
import dev.vmkit.layers.image.ImageProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells firmware and operating systems what machine this is. What they are told lies at the end of memory: from the top
 * down the device tree with room to grow, the next stage's address for dynamic firmware, and the kernel's first file system.
 */
final class BootResolver {
    private static final long PAGE = 4096;
    /** Firmware adds to the tree where it lies. */
    private static final long ROOM = 64 << 10;

    private final MachineConfig machine;
    private final IsaModel model;
    private final MachineFiles files;
    private final ProgramPlacer placer;
    private final Diagnostics diagnostics;
    private final List<ResolvedProgram> told = new ArrayList<>();
    private final Map<Handover, Long> handed = new EnumMap<>(Handover.class);

    BootResolver(
            MachineConfig machine, IsaModel model, MachineFiles files, ProgramPlacer placer, Diagnostics diagnostics) {
        this.machine = machine;
        this.model = model;
        this.files = files;
        this.placer = placer;
        this.diagnostics = diagnostics;
    }

    /** What was put into memory for the programs. */
    List<ResolvedProgram> told() {
        return told;
    }

    /**
     * How the machine starts; nothing if its instruction set does not say how machines do.
     *
     * @param described this machine as a tree
     * @param firmware what stays in memory besides the kernel
     * @param next where the stage after the firmware starts
     * @param boots whether something runs that wants to be told
     */
    ResolvedBoot resolve(
            BootProtocol protocol,
            DeviceTree described,
            List<ResolvedProgram> firmware,
            Optional<MainMemory> memory,
            OptionalLong next,
            boolean boots) {
        DeviceTree tree =
                ReservedMemory.without(machine.boot().flatMap(this::given).orElse(described), firmware);
        if (!boots && machine.boot().isEmpty()) {
            return new ResolvedBoot(protocol, tree, Map.of());
        }
        if (memory.isEmpty()) {
            diagnostics.report(MachineProblem.BOOT, span(), "there is no memory that could hold the device tree");
            return new ResolvedBoot(protocol, tree, Map.of());
        }
        return new ResolvedBoot(protocol, place(tree, memory.get(), next), handed);
    }

    private DeviceTree place(DeviceTree described, MainMemory memory, OptionalLong next) {
        Optional<byte[]> initrd = machine.boot().flatMap(BootConfig::initrd).flatMap(files::read);
        long room = Math.min(ROOM, memory.bytes() / 16);
        // Its size does not depend on the numbers in it, so any will do to find out where it and the rest go.
        long size = BlobWriter.write(chosen(described, initrd, 0)).length + room;
        long treeAt = MainMemory.below(memory.end(), size, PAGE);
        long infoAt = treeAt - PAGE;
        long initrdAt = MainMemory.below(
                infoAt, initrd.map(bytes -> (long) bytes.length).orElse(0L), PAGE);
        DeviceTree tree = chosen(described, initrd, initrdAt);
        put(Handover.DEVICE_TREE, named("the device tree", span()), "dtb", treeAt, BlobWriter.write(tree));
        if (next.isPresent()) {
            java.nio.ByteOrder order = model.byteOrder() == ByteOrder.LITTLE
                    ? java.nio.ByteOrder.LITTLE_ENDIAN
                    : java.nio.ByteOrder.BIG_ENDIAN;
            byte[] info = new FirmwareInfo(model.pc().width() > 32, order, next.getAsLong()).bytes();
            put(Handover.FIRMWARE_INFO, named("the firmware's information", span()), "firmware-info", infoAt, info);
        }
        initrd.ifPresent(
                bytes -> put(machine.boot().flatMap(BootConfig::initrd).orElseThrow(), "initrd", initrdAt, bytes));
        return tree;
    }

    private void put(Handover what, Text name, String format, long address, byte[] bytes) {
        if (model.boot().orElseThrow().registers().containsKey(what)) {
            put(name, format, address, bytes);
            handed.put(what, address);
        }
    }

    private void put(Text name, String format, long address, byte[] bytes) {
        Image.Segment all = new Image.Segment("", address, bytes, bytes.length);
        placer.place(
                        LoadConfig.of(name),
                        name.value(),
                        format,
                        new Image("", List.of(all), OptionalLong.empty(), Map.of()))
                .ifPresent(told::add);
    }

    /** The tree with what this boot adds to it. */
    private DeviceTree chosen(DeviceTree tree, Optional<byte[]> initrd, long initrdAt) {
        List<Property> properties = new ArrayList<>();
        machine.boot()
                .flatMap(BootConfig::arguments)
                .ifPresent(a -> properties.add(Property.text("bootargs", a.value())));
        initrd.ifPresent(bytes -> {
            properties.add(Property.wide("linux,initrd-start", initrdAt));
            properties.add(Property.wide("linux,initrd-end", initrdAt + bytes.length));
        });
        TreeNode chosen = tree.root().child(BoardTree.CHOSEN).orElse(TreeNode.leaf(BoardTree.CHOSEN, List.of()));
        return new DeviceTree(tree.reserved(), tree.bootHart(), tree.root().with(chosen.with(properties)));
    }

    /** The tree that the machine file gives. */
    private Optional<DeviceTree> given(BootConfig boot) {
        return boot.deviceTree().flatMap(file -> files.read(file).flatMap(bytes -> read(file, bytes)));
    }

    private Optional<DeviceTree> read(Text file, byte[] bytes) {
        try {
            return Optional.of(BlobReader.read(bytes));
        } catch (IllegalArgumentException malformed) {
            diagnostics.report(
                    ImageProblem.MALFORMED,
                    file.span(),
                    "'" + file + "' cannot be read as a device tree: " + malformed.getMessage());
            return Optional.empty();
        }
    }

    /** What messages about the boot point at. */
    private Span span() {
        return machine.boot().map(BootConfig::span).orElse(machine.span());
    }

    private static Text named(String words, Span span) {
        int[] offsets = new int[words.length() + 1];
        Arrays.fill(offsets, span.start());
        offsets[words.length() - 1] = Math.max(span.start(), span.end() - 1);
        offsets[words.length()] = span.end();
        return new Text(span.file(), words, offsets);
    }
}
