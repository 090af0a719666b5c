package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ANY;
import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.execute.Reach;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Ram;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/**
 * Accesses in place. An aligned access to the main memory takes a comparison or, where addresses are translated, a
 * look at a table and a comparison; a store also looks whether somebody watches the line. At anything else the region is
 * left, and the interpreter executes the instruction.
 */
final class InlineMemory implements Memory {
    private static final ClassDesc ACCESSES = Bytes.class.describeConstable().orElseThrow();
    private static final ClassDesc BYTES = ClassDesc.ofDescriptor("[B");
    private static final ClassDesc PASSAGE = Passage.class.describeConstable().orElseThrow();
    private static final ClassDesc LONGS = ClassDesc.ofDescriptor("[J");

    private final CodeBuilder code;
    private final Ways ways;
    private final boolean big;
    private final Values values;
    private final Constants constants;
    private final Watches watches;
    private final int place;
    private final int offset;
    private final int loads;
    private final int stores;
    private Spans spans = Spans.none();

    InlineMemory(CodeBuilder code, Ways ways, boolean big, Values values, Constants constants) {
        this.code = code;
        this.ways = ways;
        this.big = big;
        this.values = values;
        this.constants = constants;
        this.watches = new Watches(code, constants);
        this.place = code.allocateLocal(TypeKind.LONG);
        this.offset = code.allocateLocal(TypeKind.INT);
        this.loads = code.allocateLocal(TypeKind.REFERENCE);
        this.stores = code.allocateLocal(TypeKind.REFERENCE);
    }

    /** Gets the tables of pages. */
    @Override
    public void begin() {
        code.aload(Frame.PASSAGE).getfield(PASSAGE, "loads", LONGS).astore(loads);
        code.aload(Frame.PASSAGE).getfield(PASSAGE, "stores", LONGS).astore(stores);
        if (ways.bySpace().values().stream().anyMatch(Reach.Paged.class::isInstance)) {
            touch(loads);
            touch(stores);
        }
    }

    /** Looks at a table once, so that the JVM knows for the rest of the region that it is not empty. */
    private void touch(int table) {
        code.aload(table).iload(Frame.LEFT);
        pushEntry(table);
        code.pop2();
    }

    /** Pushes the entry of the page whose number is on the stack, above the table. */
    private void pushEntry(int table) {
        code.aload(table).arraylength().iconst_1().isub().iand().laload();
    }

    @Override
    public void begin(Block block) {
        spans = Spans.of(block);
    }

    @Override
    public void beginSingly() {
        spans = Spans.none();
    }

    @Override
    public void begin(List<Block> rounds, Label otherwise) {
        spans = Spans.of(rounds);
        for (Spans.Span span : spans.first()) {
            findAll(span, otherwise);
            if (span.stores()) {
                span.unwatched =
                        watches.leaveIfAny(ram(ways.to(span.space())), span.variable, (int) span.length(), otherwise);
            }
        }
    }

    @Override
    public boolean isCertain(Object access) {
        return spans.isCertain(access);
    }

    @Override
    public void load(Expr.Load load, Expr address, Label leave) {
        int width = load.width();
        Ram ram = find(load, load.space(), address, width, loads, leave);
        if (width == Byte.SIZE) {
            constants.pushBytes(code, ram);
            code.iload(offset).baload().i2l();
        } else {
            constants.pushBytes(code, ram);
            code.iload(offset);
            code.invokestatic(
                    ACCESSES, named("load", width), MethodTypeDesc.of(type(width), BYTES, ConstantDescs.CD_int));
        }
        if (width < Long.SIZE) {
            if (width > Byte.SIZE) {
                code.i2l();
            }
            code.loadConstant(Operations.mask(width)).land();
        }
    }

    @Override
    public void store(Stmt.Store store, Expr address, Expr value, Label leave) {
        int width = value.width();
        Ram ram = find(store, store.space(), address, width, stores, leave);
        if (!spans.isCertain(store)) {
            watches.leaveIfThere(ram, offset, width / Byte.SIZE, leave);
        }
        if (width == Byte.SIZE) {
            constants.pushBytes(code, ram);
            code.iload(offset);
            values.push(value, ANY);
            code.l2i().bastore();
        } else {
            set(ram, value);
        }
    }

    /** Computes the offset of an access in its memory; leaves if there is no straight way. */
    private Ram find(Object access, Space space, Expr address, int width, int table, Label leave) {
        Optional<Spans.Access> spanned = spans.of(access);
        if (spanned.isPresent()) {
            return findSpanned(spanned.get(), leave);
        }
        Reach way = ways.to(space);
        Ram ram = pushPlace(way, address, table);
        code.lstore(place);
        int units = width / Byte.SIZE / ram.unitBytes();
        boolean anywhere = way instanceof Reach.Flat && table == loads;
        leaveUnlessWithin(ram, units, anywhere ? 1 : units, leave);
        pushOffset(ram, units);
        code.istore(offset);
        return ram;
    }

    /** Pushes where an address lies in its memory, or a number beyond its end. */
    private Ram pushPlace(Reach way, Expr address, int table) {
        values.push(address, ZEROS);
        return switch (way) {
            case Reach.Flat flat -> {
                subtract(flat.start(), flat.ram());
                yield flat.ram();
            }
            case Reach.Paged paged -> {
                addAddend(paged.pageShift(), table);
                yield paged.ram();
            }
            case Reach.Nothing _ -> throw new IllegalStateException("no way to this space");
        };
    }

    /**
     * Takes the start of a memory from an address. If it is a multiple of a power of two that is no less than the size, this is
     * to toggle bits; the JVM then remembers more of the result, since it does not take the difference apart.
     */
    private void subtract(long start, Ram ram) {
        if (start != 0) {
            code.loadConstant(start);
            if (Long.lowestOneBit(start) >= ram.size()) {
                code.lxor();
            } else {
                code.lsub();
            }
        }
    }

    private Ram findSpanned(Spans.Access access, Label leave) {
        Spans.Span span = access.span();
        Ram ram = ram(ways.to(span.space()));
        if (span.variable < 0) {
            findAll(span, leave);
        }
        int bytes = (int) (access.distance() - span.low()) * ram.unitBytes();
        code.iload(span.variable).loadConstant(bytes).iadd().istore(offset);
        return ram;
    }

    private static Ram ram(Reach way) {
        return switch (way) {
            case Reach.Flat flat -> flat.ram();
            case Reach.Paged paged -> paged.ram();
            case Reach.Nothing _ -> throw new IllegalStateException("no way to this space");
        };
    }

    /** Finds all of a span. Where addresses are translated it has to lie within a page. */
    private void findAll(Spans.Span span, Label leave) {
        Reach way = ways.to(span.space());
        Expr address = span.address();
        span.variable = code.allocateLocal(TypeKind.INT);
        if (way instanceof Reach.Paged paged) {
            long page = 1L << paged.pageShift();
            values.push(address, ZEROS);
            code.loadConstant(page - 1)
                    .land()
                    .loadConstant(page - span.length())
                    .lcmp()
                    .ifgt(leave);
        }
        Ram ram = pushPlace(way, address, span.stores() ? stores : loads);
        code.lstore(place);
        leaveUnlessWithin(ram, span.length(), span.align(), leave);
        pushOffset(ram, span.length());
        code.istore(span.variable);
    }

    /** The JVM is told once more that the place is within, in a way that has it know the range of what it gets. */
    private void pushOffset(Ram ram, long units) {
        code.lload(place).loadConstant(places(ram, units));
        Calls.CHECK_INDEX.write(code).l2i();
        if (ram.unitBytes() > 1) {
            code.loadConstant(Integer.numberOfTrailingZeros(ram.unitBytes())).ishl();
        }
    }

    private void addAddend(int pageShift, int table) {
        code.lstore(place);
        code.aload(table).lload(place).loadConstant(pageShift).lushr().l2i();
        pushEntry(table);
        code.lload(place).ladd();
    }

    /** Leaves unless so many units from the place on are of the memory, and the place is a multiple of {@code align}, a power of two. */
    private void leaveUnlessWithin(Ram ram, long units, int align, Label leave) {
        if (align > 1) {
            code.lload(place).loadConstant(align - 1L).land().lconst_0().lcmp().ifne(leave);
        }
        code.lload(place).loadConstant(places(ram, units));
        values.conditions().compareUnsigned(Long.SIZE);
        code.ifge(leave);
    }

    /** At how many places of a memory so many units can begin. */
    private static long places(Ram ram, long units) {
        return Math.max(0, ram.size() - units + 1);
    }

    private void set(Ram ram, Expr value) {
        int width = value.width();
        constants.pushBytes(code, ram);
        code.iload(offset);
        values.push(value, ANY);
        if (width < Long.SIZE) {
            code.l2i();
        }
        if (width == Short.SIZE) {
            code.i2s();
        }
        code.invokestatic(
                ACCESSES,
                named("store", width),
                MethodTypeDesc.of(ConstantDescs.CD_void, BYTES, ConstantDescs.CD_int, type(width)));
    }

    private String named(String access, int width) {
        return access + width + (big ? "Big" : "Little");
    }

    private static ClassDesc type(int width) {
        return switch (width) {
            case Short.SIZE -> ConstantDescs.CD_short;
            case Integer.SIZE -> ConstantDescs.CD_int;
            default -> ConstantDescs.CD_long;
        };
    }
}
