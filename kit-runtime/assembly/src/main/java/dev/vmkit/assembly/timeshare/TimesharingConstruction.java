package dev.vmkit.assembly.timeshare;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.Engines;
import dev.vmkit.assembly.timeshare.ResolvedTimesharing.ResolvedUserProgram;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.layers.timeshare.Core;
import dev.vmkit.layers.timeshare.Monitor;
import dev.vmkit.layers.timeshare.ProgramImage;
import dev.vmkit.layers.timeshare.User;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.hart.Hart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A machine and the monitor on it.
 *
 * @param machine to be closed
 */
public record TimesharingConstruction(Machine machine, Monitor monitor) {

    /**
     * Builds both.
     *
     * @param screens where what a program shows goes
     * @throws dev.vmkit.language.text.MistakeException as {@link Construction#build}
     */
    public static TimesharingConstruction build(
            ResolvedTimesharing plan, Function<ResolvedUserProgram, HostOutput> screens, DispatchListener listener) {
        Machine machine = Construction.build(plan.hardware(), HostInput.NONE, _ -> {}, Optional.empty());
        Hart hart = machine.harts().getFirst().hart();
        List<ProgramImage> images = plan.programs().stream()
                .map(program -> new ProgramImage(
                        program.task(),
                        program.origin(),
                        program.start(),
                        program.bytes(),
                        new User(program.types(), program.thinks(), screens.apply(program))))
                .toList();
        Monitor monitor = new Monitor(
                hart,
                Engines.named(plan.hardware().engine()),
                Core.atEndOf(hart.space(hart.isa().model().fetch().name()), plan.memory(), plan.core()),
                plan.wordTicks(),
                plan.calls(),
                images,
                plan.policy().create(),
                plan.policy().setup(1),
                listener);
        return new TimesharingConstruction(machine, monitor);
    }
}
