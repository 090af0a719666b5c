package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The settings of a run: those that were given, and what holds for the others. */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Settings of an adapter.
     *
     * @param given each as {@code name=value}
     * @throws MistakeException if there is no such setting, or one is missing
     */
    public static Settings of(Adapter adapter, List<String> given) {
        Map<String, String> values = new HashMap<>();
        List<String> names = adapter.settings().stream().map(Setting::name).toList();
        for (String one : given) {
            int equals = one.indexOf('=');
            String name = equals < 0 ? one : one.substring(0, equals);
            if (equals < 0 || !names.contains(name)) {
                throw mistake(
                        equals < 0
                                ? "'" + one + "' is no NAME=VALUE"
                                : adapter.name() + " has no setting '" + name + "'",
                        Suggestion.nearest(name, names)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("settings: " + String.join(", ", names)));
            }
            values.put(name, one.substring(equals + 1));
        }
        for (Setting setting : adapter.settings()) {
            setting.preset().ifPresent(preset -> values.putIfAbsent(setting.name(), preset));
            if (!values.containsKey(setting.name())) {
                throw mistake(adapter.name() + " needs --set " + setting.name() + "=...", setting.doc());
            }
        }
        return new Settings(values);
    }

    /** The text of a setting that the adapter has. */
    public String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** Whether a setting says {@code yes}; otherwise it says {@code no}. */
    public boolean flag(String name) {
        return switch (text(name)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw mistake("'" + name + "' is yes or no, not '" + text(name) + "'", "");
        };
    }

    /** A number from 0 on, decimal or {@code 0x}. */
    public long number(String name) {
        return number(name, Long.MAX_VALUE);
    }

    /** A number from 0 to the most it may be, decimal or {@code 0x}. */
    public long number(String name, long most) {
        try {
            long number = Long.decode(text(name));
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw mistake(
                "'" + name + "' is a number such as 0x400, not '" + text(name) + "'", "from 0 to %,d".formatted(most));
    }

    static MistakeException mistake(String message, String hint) {
        return MistakeException.of(ConformProblem.SETTING, message, hint);
    }
}
