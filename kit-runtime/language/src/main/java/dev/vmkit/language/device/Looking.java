package dev.vmkit.language.device;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Checks that whoever looks at a device changes nothing by it: {@code on-look} may read, and paint, and no more. */
final class Looking extends IrWalker {
    private final DeviceDefinition device;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> changes = new HashSet<>();

    private Looking(DeviceDefinition device) {
        this.device = device;
    }

    /** Reports all that {@code on-look} changes. */
    static void check(DeviceDefinition device, Isa isa, Diagnostics diagnostics) {
        Function look = isa.functions().get(Behaviour.handlerName("on-look"));
        Text body = device.handlers().get("on-look");
        if (look != null && body != null) {
            Looking looking = new Looking(device);
            looking.enter(look);
            looking.changes.stream().sorted().forEach(change -> report(change, body.span(), diagnostics));
        }
    }

    private static void report(String change, Span at, Diagnostics diagnostics) {
        diagnostics.report(
                DeviceProblem.LOOK,
                at,
                "'on-look' changes something: " + change,
                "it may read registers and state, compute, and paint");
    }

    private void enter(Function function) {
        if (seen.add(function.name())) {
            visit(function.body());
        }
    }

    private void call(Extern extern) {
        String name = extern.name();
        boolean paints = device.connections().containsKey(extern.declaration().device())
                && (name.endsWith(Capabilities.SIZE) || name.endsWith(Capabilities.FILL));
        if (!paints && !Capabilities.onlyTells(name)) {
            changes.add("it calls '" + name + "'");
        }
    }

    @Override
    public void visit(Stmt s) {
        super.visit(s);
        switch (s) {
            case Stmt.WriteRegister write ->
                changes.add("it writes '" + write.file().name() + "'");
            case Stmt.Store _ -> changes.add("it stores to memory");
            case Stmt.Raise _ -> changes.add("it raises a trap");
            case Stmt.Signal signal ->
                changes.add("it says '" + signal.kind().name().toLowerCase(Locale.ROOT) + "'");
            case Stmt.Run run -> enter(run.function());
            case Stmt.RunExtern run -> call(run.extern());
            default -> {}
        }
    }

    @Override
    public void visit(Expr e) {
        super.visit(e);
        switch (e) {
            case Expr.Call call -> enter(call.function());
            case Expr.ExternCall call -> call(call.extern());
            default -> {}
        }
    }
}
