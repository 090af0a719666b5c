package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a form stands for: {@code addi(rd: rdq, rs1: sp, imm12: u10)}. */
final class StandsForParser {
    private static final Pattern CALL = Pattern.compile("\\s*(?<form>[^\\s(]+)\\s*\\((?<arguments>[^()]*)\\)\\s*");
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*(?<name>" + Names.PATTERN + ")\\s*:\\s*(?<value>[^\\s,:]+)\\s*");

    private final String subject;
    private final Mistakes mistakes;

    StandsForParser(String subject, Mistakes mistakes) {
        this.subject = subject;
        this.mistakes = mistakes;
    }

    Optional<Form.StandsFor> parse(Text text) {
        Matcher call = CALL.matcher(text.value());
        if (!call.matches()) {
            return wrong(text, "'" + text + "' is not an instruction with arguments");
        }
        Map<String, Text> arguments = new LinkedHashMap<>();
        Text list = text.part(call.start("arguments"), call.end("arguments"));
        int start = 0;
        for (int i = 0; i <= list.length() && !list.value().isBlank(); i++) {
            if (i == list.length() || list.value().charAt(i) == ',') {
                if (!argument(list.part(start, i), arguments)) {
                    return Optional.empty();
                }
                start = i + 1;
            }
        }
        Text form = text.part(call.start("form"), call.end("form"));
        return Optional.of(new Form.StandsFor(form, arguments, text.span()));
    }

    private boolean argument(Text text, Map<String, Text> arguments) {
        Matcher matcher = ARGUMENT.matcher(text.value());
        if (!matcher.matches()) {
            return wrong(text, "'" + text.strip() + "' is not an argument").isPresent();
        }
        Text value = text.part(matcher.start("value"), matcher.end("value"));
        if (arguments.putIfAbsent(matcher.group("name"), value) != null) {
            return wrong(text, "'" + matcher.group("name") + "' is given twice").isPresent();
        }
        return true;
    }

    private <T> Optional<T> wrong(Text at, String message) {
        mistakes.tell(
                IsaProblem.BAD_STANDS_FOR,
                at.span(),
                subject + message,
                "write it like addi(rd: rdq, rs1: sp, imm12: u10)");
        return Optional.empty();
    }
}
