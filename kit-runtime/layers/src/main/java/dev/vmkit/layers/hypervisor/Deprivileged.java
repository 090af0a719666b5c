package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.ExternDeclaration;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.isa.TrapDeclaration;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.memory.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An instruction set as a guest's instructions meet it while they run directly: addresses lead where the monitor's shadow
 * tables say, no interrupt is taken, and whatever would reach past the monitor raises a trap before it does anything.
 * Everything else is the definition's own.
 *
 * @param root the register that says which of the monitor's tables is in use; after those of the definition
 * @param misses the traps for addresses that the table has no entry for; their value is the address
 * @param callout the trap of what only the monitor may do
 * @param forget the extern that is told when cached translations may be stale
 * @param prepare the extern that is told before an instruction that may change what the monitor looks at
 * @param settle the extern that is told after it
 * @param begin the extern that is told when an instruction of {@code halfDone} begins
 * @param halfDone identifiers of the instructions that may have written registers when they stop in their middle
 */
public record Deprivileged(
        Isa isa,
        RegisterFile root,
        Map<Trap, Miss> misses,
        Trap callout,
        Extern forget,
        Extern prepare,
        Extern settle,
        Extern begin,
        Set<String> halfDone) {
    /** The result of a shadow table that has no entry. */
    public static final long NONE = -1;

    /** An access that found no entry. */
    public record Miss(Space space, Access access) {}

    /**
     * Derives it, for programs and kernels that run in their mode.
     *
     * @param sensitive the instructions that raise {@link #callout} instead of doing what they do
     */
    public static Deprivileged of(Isa isa, Predicate<Instruction> sensitive) {
        return new Derivation(isa, sensitive, _ -> false).derive();
    }

    /** Derives it for a kernel in a mode of its own, in which some instructions may change what the monitor looks at. */
    static Deprivileged withKernel(Isa isa, Predicate<Instruction> settled) {
        return new Derivation(isa, _ -> false, settled).derive();
    }

    /** The extern that looks an address of a space up: {@code (root, address, access)} to a physical address. */
    public static String lookup(Space space) {
        return "shadow " + space.name();
    }

    private static final class Derivation {
        private final Isa own;
        private final Predicate<Instruction> sensitive;
        private final Predicate<Instruction> settled;
        private final IsaModel model;
        private final RegisterFile root;
        private final List<Trap> traps;
        private final Map<Trap, Miss> misses = new HashMap<>();
        private final Map<String, Extern> externs;
        private final Trap callout;
        private final Extern forget;
        private final Extern prepare;
        private final Extern settle;
        private final Extern begin;
        private final Set<String> halfDone = new HashSet<>();

        Derivation(Isa own, Predicate<Instruction> sensitive, Predicate<Instruction> settled) {
            this.own = own;
            this.sensitive = sensitive;
            this.settled = settled;
            this.model = own.model();
            this.root = new RegisterFile(
                    "shadow root",
                    model.slots(),
                    1,
                    Long.SIZE,
                    List.of("shadow root"),
                    OptionalInt.empty(),
                    0,
                    0,
                    Map.of(),
                    false,
                    RegisterFile.Role.NONE,
                    model.span());
            this.traps = new ArrayList<>(own.traps());
            this.externs = new LinkedHashMap<>(own.externs());
            this.callout = trap("callout");
            this.forget = extern("forget translations", List.of(), 0);
            this.prepare = extern("prepare", List.of(), 0);
            this.settle = extern("settle", List.of(), 0);
            this.begin = extern(Confinement.BEGIN, List.of(), 0);
        }

        Deprivileged derive() {
            Confinement confinement = new Confinement(callout, forget);
            Map<String, Space> spaces = new LinkedHashMap<>();
            Map<String, Function> functions = new LinkedHashMap<>();
            own.functions().forEach((name, f) -> functions.put(name, confinement.rewritten(f)));
            for (Space space : model.spaces().values()) {
                Function shadow = shadow(space);
                functions.put(shadow.name(), shadow);
                spaces.put(space.name(), shadowed(space, shadow));
            }
            Optional<Function> hook = own.stepHook().map(confinement::rewritten);
            List<Instruction> instructions = own.instructions().stream()
                    .map(i -> sensitive.test(i) ? confinement.callout(i) : settled(confined(i, hook, confinement)))
                    .toList();
            List<RegisterFile> registers = new ArrayList<>();
            model.registers().forEach(r -> registers.add(plain(r)));
            registers.add(root);
            Isa isa = new Isa(
                    model.with(spaces, registers),
                    instructions,
                    functions,
                    externs,
                    List.copyOf(traps),
                    own.trapAttributes(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    hook);
            return new Deprivileged(
                    isa, root, Map.copyOf(misses), callout, forget, prepare, settle, begin, Set.copyOf(halfDone));
        }

        /** What may stop in its middle has to be able to begin again, or the monitor does all of it. */
        private Instruction confined(Instruction i, Optional<Function> hook, Confinement confinement) {
            Instruction confined = confinement.rewritten(i);
            return switch (HalfDone.of(confined, hook)) {
                case NOTHING -> confined;
                case REGISTERS -> {
                    halfDone.add(i.id());
                    Stmt body = new Stmt.Block(List.of(new Stmt.RunExtern(begin, List.of()), confined.body()));
                    yield new Instruction(i.form(), i.where(), body, i.locals(), Effects.of(body));
                }
                case MEMORY -> confinement.callout(i);
            };
        }

        private Instruction settled(Instruction i) {
            if (!settled.test(i)) {
                return i;
            }
            Stmt body = new Stmt.Block(
                    List.of(new Stmt.RunExtern(prepare, List.of()), i.body(), new Stmt.RunExtern(settle, List.of())));
            return new Instruction(i.form(), i.where(), body, i.locals(), Effects.of(body));
        }

        private Trap trap(String name) {
            Trap trap = new Trap(new TrapDeclaration(name, Map.of(), model.span()), traps.size());
            traps.add(trap);
            return trap;
        }

        private Extern extern(String name, List<Integer> parameters, int result) {
            Text head = Text.of(
                    model.span().file(), model.span().start(), model.span().start());
            ExternDeclaration declaration =
                    new ExternDeclaration(name, head, "monitor", List.of(), List.of(), false, false, model.span());
            Extern extern = new Extern(declaration, parameters, result);
            externs.put(name, extern);
            return extern;
        }

        /** Lines and timers are the guest's own, which the monitor keeps. */
        private static RegisterFile plain(RegisterFile r) {
            boolean outside = r.role() == RegisterFile.Role.LINES || r.role() == RegisterFile.Role.TIMER;
            return outside ? r.withRole(RegisterFile.Role.NONE) : r;
        }

        private Space shadowed(Space space, Function shadow) {
            return new Space(
                    space.name(),
                    space.addressWidth(),
                    space.unit(),
                    Optional.empty(),
                    Optional.of(shadow.name()),
                    Optional.empty(),
                    List.of(root.name()),
                    Map.of());
        }

        /** {@code (address, access)}: looks it up, and raises the trap of that access if there is no entry. */
        private Function shadow(Space space) {
            int width = space.addressWidth();
            Extern lookup = extern(lookup(space), List.of(Long.SIZE, Long.SIZE, 2), Long.SIZE);
            Expr address = new Expr.Extend(false, new Expr.Local(0, width, "address"), Long.SIZE);
            Expr access = new Expr.Local(1, 2, "access");
            Expr context = new Expr.ReadRegister(root, new Expr.Const(Long.SIZE, 0));
            Expr found = new Expr.Local(2, Long.SIZE, "found");
            Map<Long, Stmt> raises = new LinkedHashMap<>();
            for (Access each : Access.values()) {
                Trap miss = trap("shadow " + space.name() + " " + each.name());
                misses.put(miss, new Miss(space, each));
                raises.put((long) each.ordinal(), new Stmt.Raise(miss, address));
            }
            Stmt body = new Stmt.Block(List.of(
                    new Stmt.SetLocal(2, "found", new Expr.ExternCall(lookup, List.of(context, address, access))),
                    new Stmt.If(
                            new Expr.Binary(BinaryOp.EQUAL, found, new Expr.Const(Long.SIZE, NONE)),
                            new Stmt.Switch(access, raises, Stmt.Block.EMPTY),
                            Stmt.Block.EMPTY),
                    new Stmt.Return(List.of(width == Long.SIZE ? found : new Expr.Extract(found, 0, width)))));
            return new Function(
                    lookup(space), List.of("address", "access"), List.of(width, 2), List.of(width), body, 3);
        }
    }
}
