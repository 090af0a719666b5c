package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.Map;
import java.util.Optional;

/** Reads what the machine uses a register for. */
final class RoleReader {
    /** More lines than any register has bits. */
    private static final int MOST_LINE = 63;

    private static final Map<String, RegisterFile.Role> ROLES = Map.of(
            "pc", RegisterFile.Role.PC,
            "lines", RegisterFile.Role.LINES,
            "timer", RegisterFile.Role.TIMER,
            "reservation", RegisterFile.Role.RESERVATION);

    private final Context context;

    RoleReader(Context context) {
        this.context = context;
    }

    RegisterFile.Role role(Fields fields, int count) {
        Optional<Text> role = fields.text("role");
        if (role.isEmpty()) {
            return RegisterFile.Role.NONE;
        }
        RegisterFile.Role known = ROLES.get(role.get().value());
        if (known == null) {
            context.mistakes()
                    .unknown(
                            role.get().span(),
                            fields.subject(),
                            "role",
                            role.get().value(),
                            ROLES.keySet());
            return RegisterFile.Role.PC;
        }
        if (count != 1) {
            context.mistakes()
                    .tell(
                            IsaProblem.NO_PROGRAM_COUNTER,
                            role.get().span(),
                            fields.subject() + "a register with a role is a single one, this is a file of " + count);
            return RegisterFile.Role.NONE;
        }
        return known;
    }

    /** The line that a timer raises. */
    int line(Fields fields) {
        if (isTimer(fields)) {
            fields.require("line");
        } else if (fields.has("line") || fields.has("offset")) {
            context.mistakes()
                    .tell(
                            IsaProblem.NO_TIMER_LINE,
                            fields.at(fields.has("line") ? "line" : "offset"),
                            fields.subject() + "only a register with role: timer raises an interrupt line");
        }
        return fields.number("line", 0, MOST_LINE, 0);
    }

    /** The register that a timer adds to the time. */
    Optional<String> offset(Fields fields) {
        return fields.text("offset").map(Text::value);
    }

    private static boolean isTimer(Fields fields) {
        return fields.text("role").map(Text::value).equals(Optional.of("timer"));
    }
}
