package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.isa.BootProtocol;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.isa.TreeTemplate;
import dev.vmkit.layers.devicetree.DeviceTree;
import dev.vmkit.layers.devicetree.Property;
import dev.vmkit.layers.devicetree.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes a machine by a device tree: processors, memory, and the devices whose definitions say how (Devicetree
 * Specification 0.4, chapter 3). Addresses and sizes have two cells.
 *
 * @param space where instructions come from; what lies in other spaces cannot be described
 * @param timebase ticks a virtual second
 */
record BoardTree(
        MachineConfig machine,
        BootProtocol protocol,
        Space space,
        long timebase,
        List<ResolvedMemory> memory,
        List<ResolvedDevice> devices,
        ConsoleWires console) {
    static final String CHOSEN = "chosen";
    private static final String SOC = "soc";

    DeviceTree tree() {
        List<TreeNode> children = new ArrayList<>();
        children.add(TreeNode.leaf(CHOSEN, stdout()));
        memory.stream().filter(this::isMemory).map(BoardTree::memory).forEach(children::add);
        protocol.processor().ifPresent(template -> children.add(processors(template)));
        children.add(soc());
        described().forEach(device -> children.addAll(beside(device)));
        List<Property> properties = new ArrayList<>(cells(2));
        properties.add(Property.text("compatible", "vmkit," + machine.name()));
        properties.add(Property.text(
                "model", machine.about().isEmpty() ? machine.name().value() : machine.about()));
        return DeviceTree.of(new TreeNode("", properties, children));
    }

    private static List<Property> cells(int size) {
        return List.of(Property.cells("#address-cells", Math.max(1, size)), Property.cells("#size-cells", size));
    }

    /** Where the operating system prints before it has drivers. */
    private List<Property> stdout() {
        return console.shows().stream()
                .flatMap(plug -> described().stream().filter(d -> d.name().equals(plug.device())))
                .map(device -> Property.text("stdout-path", "/" + SOC + "/" + name(device)))
                .toList();
    }

    private boolean isMemory(ResolvedMemory piece) {
        return piece.writable() && piece.space().name().equals(space.name());
    }

    private static TreeNode memory(ResolvedMemory piece) {
        return TreeNode.leaf(
                "memory@" + Long.toHexString(piece.start()),
                List.of(Property.text("device_type", "memory"), Property.wide("reg", piece.start(), piece.bytes())));
    }

    private TreeNode processors(TreeTemplate template) {
        List<Property> properties = new ArrayList<>(cells(0));
        properties.add(Property.cells("timebase-frequency", timebase));
        List<TreeNode> harts = new ArrayList<>();
        for (int hart = 0; hart < machine.cpu().harts(); hart++) {
            harts.add(processor(template, hart));
        }
        return new TreeNode("cpus", properties, harts);
    }

    private TreeNode processor(TreeTemplate template, int hart) {
        List<Property> properties = new ArrayList<>();
        properties.add(Property.text("device_type", "cpu"));
        properties.add(Property.cells("reg", hart));
        properties.add(Property.text("status", "okay"));
        properties.addAll(new TemplateProperties(Map.of()).of(template));
        List<TreeNode> lines = protocol.interrupts().stream()
                .map(i -> TreeNode.leaf(i.node(), lines(i, hart)))
                .toList();
        return new TreeNode(template.node() + "@" + Integer.toHexString(hart), properties, lines);
    }

    private List<Property> lines(TreeTemplate template, int hart) {
        List<Property> properties = new ArrayList<>(new TemplateProperties(Map.of()).of(template));
        properties.addAll(wiring().controller(wiring().hart(hart)));
        return properties;
    }

    private TreeNode soc() {
        List<Property> properties = new ArrayList<>(cells(2));
        properties.add(Property.text("compatible", "simple-bus"));
        properties.add(Property.flag("ranges"));
        return new TreeNode(
                SOC, properties, described().stream().map(this::device).toList());
    }

    /** The devices that have a node. */
    private List<ResolvedDevice> described() {
        return devices.stream()
                .filter(d -> d.definition().deviceTree().isPresent())
                .filter(d -> d.units() == 0 || d.space().name().equals(space.name()))
                .toList();
    }

    private TreeNode device(ResolvedDevice device) {
        TreeTemplate template = device.definition().deviceTree().orElseThrow();
        List<Property> properties = new ArrayList<>(new TemplateProperties(device.parameters()).of(template));
        if (device.units() > 0) {
            properties.add(Property.wide("reg", device.start(), device.units() * (space.unit() / 8)));
        }
        properties.addAll(wiring().of(device));
        return TreeNode.leaf(name(device), properties);
    }

    /** The nodes at the root that say what a device is good for. */
    private List<TreeNode> beside(ResolvedDevice device) {
        Map<String, ParameterValue> known = new TreeMap<>(device.parameters());
        known.put("phandle", new ParameterValue.Number(wiring().phandle(device.name())));
        return device.definition().deviceTree().orElseThrow().beside().stream()
                .map(t -> TreeNode.leaf(t.node(), new TemplateProperties(known).of(t)))
                .toList();
    }

    private static String name(ResolvedDevice device) {
        String node = device.definition().deviceTree().map(TreeTemplate::node).orElse(device.name());
        return device.units() > 0 ? node + "@" + Long.toHexString(device.start()) : node;
    }

    private TreeWiring wiring() {
        return new TreeWiring(
                machine.cpu().harts(), devices, protocol.interrupts().isPresent());
    }
}
