package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads the state that a translation depends on: each part is a register or a field of one, and may be left out. */
record TranslateKey(Registers registers, Context context) {
    List<String> read(List<Text> names, String subject) {
        List<String> key = new ArrayList<>();
        names.forEach(name -> part(name, subject, key));
        return List.copyOf(key);
    }

    private void part(Text name, String subject, List<String> key) {
        int dot = name.value().indexOf('.');
        String register = dot < 0 ? name.value() : name.value().substring(0, dot);
        RegisterFile leftOut = registers.leftOut().get(register);
        RegisterFile file = registers.files().getOrDefault(register, leftOut);
        if (file == null) {
            context.mistakes()
                    .unknown(
                            name.span(),
                            subject,
                            "register",
                            register,
                            registers.files().keySet());
        } else if (dot >= 0 && !file.fields().containsKey(name.value().substring(dot + 1))) {
            String field = name.value().substring(dot + 1);
            context.mistakes()
                    .unknown(
                            name.part(dot + 1, name.length()).span(),
                            subject + register + " has ",
                            "field",
                            field,
                            file.fields().keySet());
        } else if (leftOut == null) {
            key.add(name.value());
        }
    }
}
