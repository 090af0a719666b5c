package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Specialiser.Specialised;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.isa.StateKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the classes of one instruction after the other: the static pass. */
final class Classifier {
    private static final Set<StateKind> USER = Set.of(StateKind.USER);
    private static final Set<StateKind> LOCATION = Set.of(StateKind.LOCATION);

    private final IsaModel model;
    private final Privilege privilege;
    private final ModePair pair;
    private final Mediation mediation;

    Classifier(Isa isa, Privilege privilege, ModePair pair) {
        this.model = isa.model();
        this.privilege = privilege;
        this.pair = pair;
        this.mediation = Mediation.of(isa, privilege);
    }

    /** Whether it may complete in the low mode; else nothing it does goes unnoticed there. */
    boolean mayGoUnnoticed(InstructionCase what) {
        return TwinRun.of(model, what.body(), Scenario.alone(privilege, pair.low()))
                .completes();
    }

    Classes classify(InstructionCase what) {
        Specialised body = what.body();
        InMode low = in(pair.low(), body);
        InMode high = in(pair.high(), body);
        Scenario both = Scenario.modes(privilege, pair.low(), pair.high());
        TwinResult twin = TwinRun.of(model, body, both);
        Classes classes = new Classes(
                what,
                low,
                high,
                twin.controlled(model, both),
                twin.differences(model, both, StateKind.BESIDES_MODE),
                twin.completesAlone(),
                mediation.reaches(body.body()),
                List.of());
        return classes.isCritical() ? with(settings(body), classes) : classes;
    }

    private static Classes with(List<Setting> settings, Classes c) {
        return new Classes(
                c.what(), c.low(), c.high(), c.control(), c.differences(), c.mayTrapOnlyHigh(), c.mediated(), settings);
    }

    private InMode in(Mode mode, Specialised body) {
        Scenario alone = Scenario.alone(privilege, mode);
        TwinResult result = TwinRun.of(model, body, alone);
        Set<String> locations = dependence(body, alone.varying(LOCATION));
        Set<String> resources = dependence(body, alone.varying(StateKind.RESOURCES));
        Set<String> sources =
                locations.isEmpty() && resources.isEmpty() ? Set.of() : Sources.of(body.body(), privilege);
        return new InMode(
                mode,
                result.completes(),
                result.firstTraps(),
                result.controlled(model, alone),
                locations,
                resources,
                sources);
    }

    /** What of a program's state depends on what varies. */
    private Set<String> dependence(Specialised body, Scenario scenario) {
        return TwinRun.of(model, body, scenario).differences(model, scenario, USER);
    }

    /** What, set alone, has it always trap in the low mode: all ones or all zeros of a field or a register it reads. */
    private List<Setting> settings(Specialised body) {
        List<Setting> found = new ArrayList<>();
        Scenario low = Scenario.alone(privilege, pair.low());
        for (Privilege.Bits bits : Sources.controls(body.body(), privilege)) {
            long ones = -1L >>> (64 - bits.range().width());
            for (long value : new long[] {0, ones}) {
                Setting setting = new Setting(bits, value);
                if (!TwinRun.of(model, body, low.with(List.of(setting))).completes()) {
                    found.add(setting);
                }
            }
        }
        return found;
    }
}
