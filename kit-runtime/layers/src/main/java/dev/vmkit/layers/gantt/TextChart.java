package dev.vmkit.layers.gantt;

import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Lane;
import dev.vmkit.layers.simulate.Lane.Piece;
import java.util.List;

/**
 * A history as text: a line a job, a column a unit of time or a round number of them, a character for what the job did
 * most of that time. The same history always gives the same text.
 */
public final class TextChart {
    /** What the characters mean. */
    public static final String LEGEND =
            "# runs (the processor's number if there are several)   * spins   . waits   - pauses";

    private static final String CPUS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+@";
    private static final int RULER = 10;

    private TextChart() {}

    /** The chart, in lines of at most about {@code width} characters. */
    public static String of(History history, int width) {
        List<Lane> lanes = Lane.of(history);
        int names = lanes.stream()
                .mapToInt(lane -> lane.job().name().length())
                .max()
                .orElse(0);
        long start = start(lanes);
        long unit = Steps.atMost(Math.max(1, history.end() - start), Math.max(RULER, width - names - 4));
        int columns = (int) ((Math.max(1, history.end() - start) + unit - 1) / unit);
        boolean several = history.workload().cpus() > 1;
        StringBuilder out = new StringBuilder(line(pad("", names), ruler(start, unit, columns)));
        for (Lane lane : lanes) {
            out.append(line(pad(lane.job().name(), names), lane(lane, start, unit, columns, several)));
        }
        return out.toString();
    }

    /** Every stint on a line: when, where, who, how long. */
    public static String stints(History history) {
        StringBuilder out = new StringBuilder();
        history.stints()
                .forEach(s -> out.append(s.from())
                        .append(" cpu")
                        .append(s.cpu())
                        .append(' ')
                        .append(history.workload().job(s.task()).name())
                        .append(' ')
                        .append(s.time())
                        .append('\n'));
        return out.toString();
    }

    private static long start(List<Lane> lanes) {
        return lanes.stream().mapToLong(lane -> lane.job().arrives()).min().orElse(0);
    }

    private static String ruler(long start, long unit, int columns) {
        StringBuilder ruler = new StringBuilder();
        for (int column = 0; column < columns; column += RULER) {
            String mark = Long.toString(start + column * unit);
            if (ruler.length() <= column) {
                ruler.append(" ".repeat(column - ruler.length())).append(mark).append(' ');
            }
        }
        return ruler.toString();
    }

    private static String lane(Lane lane, long start, long unit, int columns, boolean several) {
        StringBuilder cells = new StringBuilder();
        int first = 0;
        for (int column = 0; column < columns; column++) {
            long from = start + column * unit;
            while (first < lane.pieces().size() && lane.pieces().get(first).to() <= from) {
                first++;
            }
            cells.append(cell(lane.pieces(), first, from, from + unit, several));
        }
        return cells.toString();
    }

    /** What it did most of that time; of equal times the first. */
    private static char cell(List<Piece> pieces, int first, long from, long to, boolean several) {
        long most = 0;
        char cell = ' ';
        for (int i = first; i < pieces.size() && pieces.get(i).from() < to; i++) {
            Piece piece = pieces.get(i);
            long time = Math.min(to, piece.to()) - Math.max(from, piece.from());
            if (time > most) {
                most = time;
                cell = character(piece, several);
            }
        }
        return cell;
    }

    private static char character(Piece piece, boolean several) {
        return switch (piece.state()) {
            case RUNS -> several ? CPUS.charAt(piece.cpu()) : '#';
            case SPINS -> '*';
            case WAITS -> '.';
            case PAUSES -> '-';
        };
    }

    private static String line(String name, String cells) {
        return ("  " + name + "  " + cells).stripTrailing() + "\n";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
