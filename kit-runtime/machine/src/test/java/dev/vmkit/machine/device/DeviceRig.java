package dev.vmkit.machine.device;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.PowerSwitch;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceReader;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Display;
import dev.vmkit.machine.board.Loudspeaker;
import dev.vmkit.machine.clock.VirtualClock;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;

/** Makes devices out of YAML text, with nothing connected. */
final class DeviceRig {
    static final PartName PART = new PartName("thing", "thing-model", "things");

    final VirtualClock clock = new VirtualClock(1_000_000_000);

    final Display lamps = new Display();

    final ThreeBytes tape = new ThreeBytes();

    final Loudspeaker speaker = new Loudspeaker(clock::now);

    /** A store of the bytes 0xF0, 0xF1 and 0xF2. */
    static final class ThreeBytes implements BlockStore {
        boolean broken;

        @Override
        public long size() {
            return 3;
        }

        @Override
        public void read(long position, byte[] target, int from, int length) throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
            for (int i = 0; i < length; i++) {
                target[from + i] = (byte) (0xF0 + position + i);
            }
        }

        @Override
        public void write(long position, byte[] source, int from, int length) throws IOException {
            throw new IOException("fixed");
        }

        @Override
        public void flush() {}
    }

    private final DevicePorts ports = new DevicePorts(
            Map.of("depth", new ParameterValue.Number(3)),
            2,
            Map.of(),
            Map.of(),
            Map.of("tape", tape),
            Map.of(),
            Map.of("lamps", lamps),
            Map.of("speaker", speaker),
            Unconnected.DMA,
            clock.forPart(0),
            new PowerSwitch() {
                @Override
                public void off(int status) {}

                @Override
                public void reset() {}
            },
            name -> OptionalLong.empty());

    RunningDevice scripted(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        DeviceDefinition definition = definition(yaml, diagnostics);
        Behaviour behaviour = Behaviour.of(definition, Map.of("depth", 3L), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list().toString()));
        return RunningDevice.scripted(PART, behaviour, ports);
    }

    RunningDevice java(String yaml, DeviceModel model) {
        return RunningDevice.java(PART, definition(yaml, new Diagnostics()), ports, model);
    }

    private static DeviceDefinition definition(String yaml, Diagnostics diagnostics) {
        return DeviceReader.read(new SourceFile("thing.yaml", yaml), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list().toString()));
    }
}
