package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.language.yaml.JsonReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the JSON of the SingleStepTests family: an array of objects with {@code name}, {@code initial}, {@code final}, and
 * maybe {@code cycles} and {@code ports}.
 */
final class VectorReader {
    private static final int LONGEST_NAME = 100;

    private final String file;
    private String at = "the file";

    private VectorReader(String file) {
        this.file = file;
    }

    /** @throws MistakeException if it is something else */
    static List<Vector> read(Material material) {
        Diagnostics mistakes = new Diagnostics();
        Optional<Json> json = JsonReader.read(new SourceFile(material.name(), material.text()), mistakes);
        mistakes.throwIfErrors();
        return new VectorReader(material.name()).vectors(json.orElseThrow());
    }

    private List<Vector> vectors(Json json) {
        List<Vector> vectors = new ArrayList<>();
        for (Json item : array(json)) {
            at = "case " + vectors.size();
            Json.Members members = members(item);
            String name = members.get("name").orElse(null) instanceof Json.Text(String text) ? text : at;
            at = "case '" + (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name) + "'";
            vectors.add(new Vector(
                    name,
                    situation(member(members, "initial")),
                    situation(member(members, "final")),
                    cycles(members),
                    ports(members)));
        }
        return vectors;
    }

    private Vector.Situation situation(Json json) {
        Map<String, Long> registers = new LinkedHashMap<>();
        Map<Long, Long> memory = new LinkedHashMap<>();
        members(json).members().forEach((name, value) -> {
            if (name.equals("ram")) {
                array(value).forEach(cell -> memory.put(number(item(cell, 0)), number(item(cell, 1))));
            } else {
                registers.put(name, number(value));
            }
        });
        return new Vector.Situation(registers, memory);
    }

    /** Vectors list what is on the bus in each cycle; here only how many there are matters. */
    private static OptionalLong cycles(Json.Members vector) {
        return vector.get("cycles").orElse(null) instanceof Json.Array(List<Json> each)
                ? OptionalLong.of(each.size())
                : OptionalLong.empty();
    }

    private List<Vector.Transfer> ports(Json.Members vector) {
        List<Vector.Transfer> transfers = new ArrayList<>();
        for (Json port : vector.get("ports").map(this::array).orElse(List.of())) {
            boolean write = item(port, 2) instanceof Json.Text(String kind) && kind.equals("w");
            transfers.add(new Vector.Transfer(number(item(port, 0)), number(item(port, 1)), write));
        }
        return transfers;
    }

    private Json member(Json.Members members, String name) {
        return members.get(name).orElseThrow(() -> mistake("there is no '" + name + "'"));
    }

    private Json.Members members(Json json) {
        if (json instanceof Json.Members members) {
            return members;
        }
        throw mistake("an object is expected");
    }

    private List<Json> array(Json json) {
        if (json instanceof Json.Array(List<Json> items)) {
            return items;
        }
        throw mistake("an array is expected");
    }

    private Json item(Json json, int index) {
        List<Json> items = array(json);
        if (index < items.size()) {
            return items.get(index);
        }
        throw mistake("an array has only " + items.size() + " items");
    }

    private long number(Json json) {
        if (json instanceof Json.Number number) {
            Optional<BigInteger> whole = number.whole();
            if (whole.isPresent() && whole.get().signum() >= 0 && whole.get().bitLength() <= Long.SIZE) {
                return whole.get().longValue();
            }
        }
        throw mistake("a number from 0 on is expected");
    }

    private MistakeException mistake(String what) {
        return MistakeException.of(ConformProblem.MATERIAL, file + ", " + at + ": " + what, "");
    }
}
