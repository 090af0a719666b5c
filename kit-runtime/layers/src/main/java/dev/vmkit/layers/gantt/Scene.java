package dev.vmkit.layers.gantt;

import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Lane;
import dev.vmkit.layers.simulate.Lane.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of histories, one below the other on one scale, as simple shapes in whole points.
 *
 * @param shapes the first ones lie lowest
 */
public record Scene(int width, int height, List<Shape> shapes) {
    private static final int WIDTH = 960;
    private static final int LEFT = 130;
    private static final int RIGHT = 20;
    private static final int ROW = 18;
    private static final int HEADING = 44;
    private static final int MOST_LABEL = 16;
    private static final List<String> COLOURS =
            List.of("#33658a", "#c8553d", "#3f7d5c", "#8a5a9e", "#b08b2e", "#2a8c97", "#a3476d", "#6b7434");
    private static final String INK = "#222222";
    private static final String GRID = "#d8d8d8";
    private static final String WAITS = "#e2e2e2";

    public Scene {
        shapes = List.copyOf(shapes);
    }

    /** A piece of the picture; colours are written {@code #rrggbb}. */
    public sealed interface Shape {
        /** A filled rectangle. */
        record Box(int x, int y, int width, int height, String colour) implements Shape {}

        /** Text that starts at {@code x}, on the base line {@code y}. */
        record Label(int x, int y, String text, String colour) implements Shape {}
    }

    /** The picture of runs of one workload under several policies. */
    public static Scene of(List<History> histories) {
        long end = Math.max(1, histories.stream().mapToLong(History::end).max().orElse(1));
        List<Shape> shapes = new ArrayList<>();
        int y = 0;
        for (History history : histories) {
            List<Lane> lanes = Lane.of(history);
            int bottom = y + HEADING + lanes.size() * ROW;
            heading(shapes, history, y);
            grid(shapes, end, y + HEADING, bottom);
            for (int row = 0; row < lanes.size(); row++) {
                lane(shapes, lanes.get(row), COLOURS.get(row % COLOURS.size()), end, y + HEADING + row * ROW);
            }
            y = bottom;
        }
        int height = y + ROW;
        shapes.addFirst(new Shape.Box(0, 0, WIDTH, height, "#ffffff"));
        return new Scene(WIDTH, height, shapes);
    }

    private static void heading(List<Shape> shapes, History history, int y) {
        String cpus = history.workload().cpus() == 1
                ? "one processor"
                : history.workload().cpus() + " processors";
        shapes.add(new Shape.Label(
                8, y + 18, history.policy() + ": " + history.workload().name() + ", " + cpus, INK));
    }

    private static void grid(List<Shape> shapes, long end, int top, int bottom) {
        long step = Steps.atMost(end, 10);
        for (long time = 0; time <= end; time += step) {
            shapes.add(new Shape.Box(x(time, end), top - 4, 1, bottom - top + 4, GRID));
            shapes.add(new Shape.Label(x(time, end) + 2, top - 6, Long.toString(time), INK));
        }
    }

    private static void lane(List<Shape> shapes, Lane lane, String colour, long end, int y) {
        String name = lane.job().name();
        shapes.add(new Shape.Label(8, y + 13, name.length() > MOST_LABEL ? name.substring(0, MOST_LABEL) : name, INK));
        for (Piece piece : lane.pieces()) {
            int x = x(piece.from(), end);
            int width = Math.max(1, x(piece.to(), end) - x);
            switch (piece.state()) {
                case RUNS -> shapes.add(new Shape.Box(x, y + 2, width, ROW - 4, colour));
                case SPINS -> {
                    shapes.add(new Shape.Box(x, y + 2, width, ROW - 4, colour));
                    shapes.add(new Shape.Box(x, y + 7, width, 4, "#ffffff"));
                }
                case WAITS -> shapes.add(new Shape.Box(x, y + 7, width, 4, WAITS));
                case PAUSES -> {}
            }
        }
    }

    private static int x(long time, long end) {
        return LEFT + (int) ((double) time / end * (WIDTH - LEFT - RIGHT));
    }
}
