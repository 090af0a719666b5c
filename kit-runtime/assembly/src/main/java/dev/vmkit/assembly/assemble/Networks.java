package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.layers.network.PortTaken;
import dev.vmkit.layers.network.UserNetwork;
import dev.vmkit.machine.board.HostNetwork;
import java.io.IOException;

/** Opens the networks of machines. */
public final class Networks {
    private Networks() {}

    /**
     * The host's end of a network.
     *
     * @throws MistakeException if a port of the host cannot be had
     */
    public static HostNetwork open(ResolvedNetwork network) {
        try {
            return UserNetwork.open(network.rules());
        } catch (PortTaken taken) {
            throw mistake(network, taken, "end what listens there, or forward another port");
        } catch (IOException e) {
            throw mistake(network, e, "");
        }
    }

    private static MistakeException mistake(ResolvedNetwork network, IOException cause, String hint) {
        return MistakeException.of(MachineProblem.NETWORK, network.at(), String.valueOf(cause.getMessage()), hint);
    }
}
