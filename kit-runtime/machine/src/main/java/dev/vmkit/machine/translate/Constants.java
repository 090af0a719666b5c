package dev.vmkit.machine.translate;

import static java.lang.constant.ConstantDescs.CD_Object;

import dev.vmkit.language.ieee.FloatFunction;
import dev.vmkit.machine.memory.Ram;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects that translated code knows from its beginning: the JVM takes their addresses and lengths for granted. They are
 * static finals of the class, set from its class data.
 */
final class Constants {
    private static final ClassDesc BYTES = ClassDesc.ofDescriptor("[B");
    private static final ClassDesc LONGS = ClassDesc.ofDescriptor("[J");
    private static final ClassDesc FUNCTION =
            FloatFunction.class.describeConstable().orElseThrow();
    private static final ClassDesc LOOKUP =
            MethodHandles.Lookup.class.describeConstable().orElseThrow();
    private static final ClassDesc OBJECTS = CD_Object.arrayType();
    private static final DirectMethodHandleDesc CLASS_DATA = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            MethodHandles.class.describeConstable().orElseThrow(),
            "classData",
            MethodTypeDesc.of(CD_Object, LOOKUP, ConstantDescs.CD_String, ConstantDescs.CD_Class));

    private final ClassDesc owner;
    private final List<Object> values = new ArrayList<>();
    private final List<ClassDesc> types = new ArrayList<>();

    /** None so far, of a class of that name. */
    Constants(ClassDesc owner) {
        this.owner = owner;
    }

    /** Pushes the bytes of a memory. */
    void pushBytes(CodeBuilder code, Ram ram) {
        push(code, ram.bytes(), BYTES);
    }

    /** Pushes which lines of a memory are watched. */
    void pushWatched(CodeBuilder code, Ram ram) {
        push(code, ram.watched(), LONGS);
    }

    void pushFunction(CodeBuilder code, FloatFunction function) {
        push(code, function, FUNCTION);
    }

    /** Pushes an object of a public type. */
    void push(CodeBuilder code, Object value, ClassDesc type) {
        code.getstatic(owner, name(indexOf(value, type)), type);
    }

    private int indexOf(Object value, ClassDesc type) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == value) {
                return i;
            }
        }
        values.add(value);
        types.add(type);
        return values.size() - 1;
    }

    private static String name(int index) {
        return "c" + index;
    }

    /** The class data. */
    Object[] data() {
        return values.toArray();
    }

    /** Adds the fields, and what sets them. */
    void declare(ClassBuilder type) {
        if (values.isEmpty()) {
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            type.withField(name(i), types.get(i), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_PRIVATE);
        }
        type.withMethodBody(
                ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_STATIC, this::initialise);
    }

    private void initialise(CodeBuilder code) {
        code.invokestatic(MethodHandles.class.describeConstable().orElseThrow(), "lookup", MethodTypeDesc.of(LOOKUP))
                .loadConstant(ConstantDescs.DEFAULT_NAME)
                .loadConstant(OBJECTS)
                .invokestatic(CLASS_DATA.owner(), CLASS_DATA.methodName(), CLASS_DATA.invocationType())
                .checkcast(OBJECTS)
                .astore(0);
        for (int i = 0; i < values.size(); i++) {
            code.aload(0).loadConstant(i).aaload().checkcast(types.get(i)).putstatic(owner, name(i), types.get(i));
        }
        code.return_();
    }
}
