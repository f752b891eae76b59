package io.axisor.metrics.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measurements at several instants and in several zones, as text: each series on a line, under it each outcome with where it
 * was measured, such as {@code a b1 b3 | OK 12} at the first instant in every zone and at the second in two of three.
 */
final class GoldenFile {

    private static final String NOTHING = "not measured";
    private static final String SEPARATOR = " | ";

    private final String title;
    private final List<Instant> instants;
    private final List<ZoneId> zones;

    /** By series, the outcome at each place: a letter for the instant, a digit for the zone. */
    private final SortedMap<String, SortedMap<String, String>> outcomes = new TreeMap<>();

    GoldenFile(String title, List<Instant> instants, List<ZoneId> zones) {
        this.title = title;
        this.instants = instants;
        this.zones = zones;
    }

    /** Adds a measurement; a series that is measured twice in one place shows both outcomes. */
    void add(String series, Instant instant, ZoneId zone, String outcome) {
        outcomes.computeIfAbsent(series, key -> new TreeMap<>())
                .merge(letter(instant) + digit(zone), outcome, (one, other) -> one + " and " + other);
    }

    private String letter(Instant instant) {
        return String.valueOf((char) ('a' + instants.indexOf(instant)));
    }

    private int digit(ZoneId zone) {
        return 1 + zones.indexOf(zone);
    }

    /** The same places with other outcomes. */
    GoldenFile withOutcomes(UnaryOperator<String> change) {
        outcomes.values().forEach(byPlace -> byPlace.replaceAll((place, outcome) -> change.apply(outcome)));
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder("# " + title + "\n");
        instants.forEach(instant -> text.append("# ")
                .append(letter(instant))
                .append(" is ")
                .append(instant)
                .append('\n'));
        zones.forEach(zone -> text.append("# ")
                .append(digit(zone))
                .append(" is ")
                .append(zone)
                .append('\n'));
        outcomes.forEach((series, byPlace) -> {
            text.append(series).append('\n');
            placesByOutcome(byPlace)
                    .forEach((outcome, places) -> text.append(' ')
                            .append(inAllZones(places))
                            .append(SEPARATOR)
                            .append(outcome)
                            .append('\n'));
        });
        return text.toString();
    }

    private static Map<String, List<String>> placesByOutcome(SortedMap<String, String> byPlace) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        byPlace.forEach((place, outcome) ->
                places.computeIfAbsent(outcome, key -> new ArrayList<>()).add(place));
        return places;
    }

    /** Shortens the places of an instant to its letter where they are all zones. */
    private String inAllZones(List<String> places) {
        return instants.stream()
                .map(this::letter)
                .flatMap(letter -> {
                    List<String> own = places.stream()
                            .filter(place -> place.startsWith(letter))
                            .toList();
                    return own.size() == zones.size() ? Stream.of(letter) : own.stream();
                })
                .collect(Collectors.joining(" "));
    }

    private Stream<String> inEachZone(String place) {
        return place.length() > 1
                ? Stream.of(place)
                : IntStream.rangeClosed(1, zones.size()).mapToObj(zone -> place + zone);
    }

    void write(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text());
    }

    private GoldenFile read(Path path) throws IOException {
        GoldenFile file = new GoldenFile(title, instants, zones);
        String series = "";
        for (String line : Files.readAllLines(path)) {
            if (line.startsWith(" ")) {
                int end = line.indexOf(SEPARATOR);
                String outcome = line.substring(end + SEPARATOR.length());
                SortedMap<String, String> byPlace = file.outcomes.computeIfAbsent(series, key -> new TreeMap<>());
                Stream.of(line.substring(1, end).split(" ", -1))
                        .flatMap(this::inEachZone)
                        .forEach(place -> byPlace.put(place, outcome));
            } else {
                series = line;
            }
        }
        return file;
    }

    /** A line for each series and each change of its outcome, with the first place; only at instants that are measured here. */
    List<String> differencesFrom(Path path) throws IOException {
        SortedMap<String, SortedMap<String, String>> before = read(path).outcomes;
        String measured = outcomes.values().stream()
                .flatMap(byPlace -> byPlace.keySet().stream().map(place -> place.substring(0, 1)))
                .distinct()
                .collect(Collectors.joining());
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(outcomes.keySet());
        List<String> differences = new ArrayList<>();
        for (String series : all) {
            SortedMap<String, String> was = new TreeMap<>(before.getOrDefault(series, new TreeMap<>()));
            was.keySet().removeIf(place -> !measured.contains(place.substring(0, 1)));
            changes(was, outcomes.getOrDefault(series, new TreeMap<>()))
                    .forEach((change, places) -> differences.add(series + ": " + change + ", at " + words(places)));
        }
        return differences;
    }

    private static Map<String, List<String>> changes(SortedMap<String, String> before, SortedMap<String, String> now) {
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(now.keySet());
        SortedMap<String, String> changed = new TreeMap<>();
        for (String place : places) {
            String was = before.getOrDefault(place, NOTHING);
            String is = now.getOrDefault(place, NOTHING);
            if (!was.equals(is)) {
                changed.put(place, "was " + was + ", is " + is);
            }
        }
        return placesByOutcome(changed);
    }

    private String words(List<String> places) {
        String first = places.get(0);
        String where = instants.get(first.charAt(0) - 'a') + " in " + zones.get(first.charAt(1) - '1');
        return places.size() == 1 ? where : where + " and " + (places.size() - 1) + " times more";
    }
}
