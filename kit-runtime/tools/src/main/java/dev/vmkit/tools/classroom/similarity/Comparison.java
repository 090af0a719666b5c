package dev.vmkit.tools.classroom.similarity;

import dev.vmkit.language.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the definitions of a class with each other. What many have, the task explains, and what all were given, its starter:
 * both count for nothing.
 */
public final class Comparison {
    /** Fewer fingerprints than this say nothing. */
    static final int LEAST = 8;

    private static final int FEW = 3;
    private static final int CROWD = 50;
    private static final int TENTH = 10;
    private static final int MOST_PASSAGES = 6;

    private final Set<String> vocabulary;
    private final Map<String, Map<Long, Lines>> submissions = new TreeMap<>();
    private final Set<Long> given = new HashSet<>();

    /** Compares files that use the words of these formats. */
    public Comparison(Set<String> vocabulary) {
        this.vocabulary = Set.copyOf(vocabulary);
    }

    /** What all were given. */
    public Comparison starter(Collection<SourceFile> files) {
        given.addAll(fingerprints(files).keySet());
        return this;
    }

    /** Another submission with its YAML files. */
    public Comparison add(String name, Collection<SourceFile> files) {
        submissions.put(name, fingerprints(files));
        return this;
    }

    private Map<Long, Lines> fingerprints(Collection<SourceFile> files) {
        Map<Long, Lines> all = new TreeMap<>();
        for (SourceFile file : files) {
            Fingerprints.of(file.name(), Normalized.of(file, vocabulary)).forEach(all::putIfAbsent);
        }
        return all;
    }

    /** The pairs that share at least this much of what is theirs, the likest first. */
    public List<Likeness> pairs(double least) {
        dropWhatManyHave();
        List<Likeness> found = new ArrayList<>();
        sharedByPair().forEach((pair, prints) -> {
            Likeness likeness = likeness(pair, prints);
            if (likeness.share() >= least && likeness.shared() >= LEAST) {
                found.add(likeness);
            }
        });
        found.sort(Comparator.comparingDouble(Likeness::share)
                .reversed()
                .thenComparing(Likeness::one)
                .thenComparing(Likeness::other));
        return found;
    }

    private void dropWhatManyHave() {
        Map<Long, Integer> owners = new HashMap<>();
        submissions.values().forEach(prints -> prints.keySet().forEach(print -> owners.merge(print, 1, Integer::sum)));
        int few = Math.clamp(submissions.size() / TENTH, FEW, CROWD);
        submissions
                .values()
                .forEach(prints -> prints.keySet()
                        .removeIf(print -> given.contains(print) || owners.getOrDefault(print, 0) > few));
    }

    private record Pair(String one, String other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair that) {
            int first = one.compareTo(that.one);
            return first != 0 ? first : other.compareTo(that.other);
        }
    }

    private Map<Pair, List<Long>> sharedByPair() {
        Map<Long, List<String>> owners = new TreeMap<>();
        submissions.forEach((name, prints) -> prints.keySet()
                .forEach(print ->
                        owners.computeIfAbsent(print, _ -> new ArrayList<>()).add(name)));
        Map<Pair, List<Long>> shared = new TreeMap<>();
        owners.forEach((print, names) -> {
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    shared.computeIfAbsent(new Pair(names.get(i), names.get(j)), _ -> new ArrayList<>())
                            .add(print);
                }
            }
        });
        return shared;
    }

    private Likeness likeness(Pair pair, List<Long> prints) {
        Map<Long, Lines> one = submissions.getOrDefault(pair.one(), Map.of());
        Map<Long, Lines> other = submissions.getOrDefault(pair.other(), Map.of());
        double share = (double) prints.size() / Math.min(one.size(), other.size());
        return new Likeness(pair.one(), pair.other(), share, prints.size(), passages(one, other, prints));
    }

    /** Neighbouring places are told as one. */
    private static List<Likeness.Passage> passages(Map<Long, Lines> one, Map<Long, Lines> other, List<Long> prints) {
        List<Likeness.Passage> places = new ArrayList<>();
        for (Long print : prints) {
            if (one.containsKey(print) && other.containsKey(print)) {
                places.add(new Likeness.Passage(one.get(print), other.get(print)));
            }
        }
        places.sort(Comparator.comparing((Likeness.Passage p) -> p.one().file())
                .thenComparingInt(p -> p.one().first()));
        List<Likeness.Passage> joined = new ArrayList<>();
        for (Likeness.Passage place : places) {
            if (!joined.isEmpty()
                    && touches(joined.getLast().one(), place.one())
                    && touches(joined.getLast().other(), place.other())) {
                Likeness.Passage last = joined.removeLast();
                joined.add(new Likeness.Passage(join(last.one(), place.one()), join(last.other(), place.other())));
            } else {
                joined.add(place);
            }
        }
        return joined.stream()
                .sorted(Comparator.comparingInt(
                        (Likeness.Passage p) -> p.one().first() - p.one().last()))
                .limit(MOST_PASSAGES)
                .toList();
    }

    private static boolean touches(Lines a, Lines b) {
        return a.file().equals(b.file()) && b.first() <= a.last() + 1 && a.first() <= b.last() + 1;
    }

    private static Lines join(Lines a, Lines b) {
        return new Lines(a.file(), Math.min(a.first(), b.first()), Math.max(a.last(), b.last()));
    }
}
