package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state besides a program's own that an inlined body mentions. */
final class Sources extends IrWalker {
    private final Map<String, RegisterFile> files = new LinkedHashMap<>();
    private final Set<String> externs = new LinkedHashSet<>();

    private Sources() {}

    private static Sources in(Stmt body) {
        Sources sources = new Sources();
        sources.visit(body);
        return sources;
    }

    /** Registers that are not all a program's, and externs of the processor, by name. */
    static Set<String> of(Stmt body, Privilege privilege) {
        Sources found = in(body);
        Set<String> names = new LinkedHashSet<>(found.externs);
        for (RegisterFile file : found.files.values()) {
            if (privilege.bits(file, StateKind.USER) != file.mask()
                    && privilege.bits(file, StateKind.MODE) != file.mask()) {
                names.add(file.name());
            }
        }
        return names;
    }

    /** The fields of registers that are control, or the registers where they have no fields. */
    static List<Privilege.Bits> controls(Stmt body, Privilege privilege) {
        List<Privilege.Bits> controls = new ArrayList<>();
        for (RegisterFile file : in(body).files.values()) {
            long control = privilege.bits(file, StateKind.CONTROL);
            if (file.fields().isEmpty() && control == file.mask() && file.count() == 1) {
                controls.add(new Privilege.Bits(file.name(), file, new BitRange(file.width() - 1, 0)));
            }
            file.fields().forEach((name, range) -> {
                Privilege.Bits field = new Privilege.Bits(file.name() + "." + name, file, range);
                if ((field.mask() & ~control) == 0) {
                    controls.add(field);
                }
            });
        }
        return controls;
    }

    @Override
    public void visit(Expr e) {
        super.visit(e);
        if (e instanceof Expr.ReadRegister r) {
            files.put(r.file().name(), r.file());
        } else if (e instanceof Expr.ExternCall c
                && c.extern().declaration().device().equals("cpu")) {
            externs.add(c.extern().name() + "()");
        }
    }
}
