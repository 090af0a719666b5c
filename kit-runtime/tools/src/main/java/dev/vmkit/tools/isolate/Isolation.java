package dev.vmkit.tools.isolate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How submissions are held on this machine: found out once, the same for all. */
public final class Isolation {
    private final Tier tier;
    private final String note;
    private final Programs programs;
    private final Path shell;
    private final KitRuntime kit;

    private Isolation(Tier tier, String note, Programs programs, Path shell, KitRuntime kit) {
        this.tier = tier;
        this.note = note;
        this.programs = programs;
        this.shell = shell;
        this.kit = kit;
    }

    /**
     * The strongest there is, and nothing less than was asked for.
     *
     * @throws SandboxUnavailable if that is more than this machine has
     */
    public static Isolation choose(Sandbox asked, KitRuntime kit) throws IOException {
        return choose(asked, kit, Programs.ofThisMachine());
    }

    static Isolation choose(Sandbox asked, KitRuntime kit, Programs programs) throws IOException {
        Path shell = programs.shell()
                .orElseThrow(() -> new SandboxUnavailable("there is no POSIX shell to set limits with"));
        String why = asked == Sandbox.NONE ? "no sandbox was asked for" : whyNoBubblewrap(programs, shell, kit);
        if (why.isEmpty()) {
            return new Isolation(Tier.SANDBOX, "", programs, shell, kit);
        } else if (asked == Sandbox.REQUIRED) {
            throw new SandboxUnavailable("there is no sandbox: " + why);
        } else if (programs.root() && programs.setpriv().isPresent()) {
            return new Isolation(Tier.OTHER_USER, why, programs, shell, SharedCopy.of(kit));
        } else if (programs.root() && asked == Sandbox.AUTO) {
            throw new SandboxUnavailable("a submission would run as the superuser: " + why
                    + ", and setpriv is not installed; run as another user");
        }
        return new Isolation(Tier.LIMITS, why, programs, shell, kit);
    }

    private static String whyNoBubblewrap(Programs programs, Path shell, KitRuntime kit) throws IOException {
        if (programs.bubblewrap().isEmpty()) {
            return "bubblewrap is not installed";
        } else if (programs.root() && programs.setpriv().isEmpty()) {
            return "setpriv is not installed, and the superuser needs it";
        }
        Isolation tried = new Isolation(Tier.SANDBOX, "", programs, shell, kit);
        try (Room room = tried.room()) {
            return Programs.works(tried.around(List.of(shell.toString(), "-c", "exit 0"), room, Limits.USUAL))
                    ? ""
                    : "bubblewrap does not work here: it needs version 0.8, and to be allowed to make namespaces";
        }
    }

    public Tier tier() {
        return tier;
    }

    /** What holds submissions here, and why it is not more, for people. */
    public String summary() {
        return tier.summary() + (note.isEmpty() ? "" : " (" + note + ")");
    }

    Room room() throws IOException {
        return Room.make(programs.root() && programs.setpriv().isPresent());
    }

    /** The command that starts the kit in that room: {@code main}, told where its submission and its scratch folder are. */
    List<String> command(Room room, Limits limits, String main) {
        boolean inside = tier == Tier.SANDBOX;
        Path submission = inside ? Bubblewrap.SUBMISSION : room.submission();
        Path scratch = inside ? Bubblewrap.SCRATCH : room.scratch();
        return around(kit.command(limits, main, submission, scratch, !inside), room, limits);
    }

    private List<String> around(List<String> command, Room room, Limits limits) {
        List<String> capped = Caps.around(command, shell, limits, tier != Tier.LIMITS);
        List<String> owned =
                room.user().map(user -> user.runs(setpriv(), capped)).orElseGet(() -> endsWithThis(capped));
        return tier == Tier.SANDBOX ? Bubblewrap.around(owned, programs, room, kit, limits) : owned;
    }

    /** A sandbox ends with this process by itself. */
    private List<String> endsWithThis(List<String> command) {
        return tier == Tier.SANDBOX || programs.setpriv().isEmpty()
                ? command
                : Programs.before(command, setpriv().toString(), "--pdeathsig=KILL");
    }

    private Path setpriv() {
        return programs.setpriv().orElseThrow();
    }

    /** Ends whatever of a room's processes is not found among the descendants of the one that was started. */
    void sweep(Room room) {
        if (tier == Tier.OTHER_USER) {
            room.user().ifPresent(user -> user.endAll(setpriv(), shell));
        }
    }
}
