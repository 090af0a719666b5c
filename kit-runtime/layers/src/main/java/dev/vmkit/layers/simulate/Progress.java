package dev.vmkit.layers.simulate;

import dev.vmkit.api.StateTree;

/** A job on its way. */
final class Progress {
    enum Stage {
        TO_COME,
        THERE,
        PAUSED,
        DONE
    }

    final Job job;
    /** Which of the workload's jobs it is. */
    final int place;

    Stage stage = Stage.TO_COME;
    /** When it arrives or wakes. */
    long wakes;

    long computed;
    long burstLeft;
    /** Bursts it has finished. */
    long bursts;
    /** Whether it runs for nothing, waiting for its gang. */
    boolean spins;

    int changed;

    Progress(Job job, int place) {
        this.job = job;
        this.place = place;
        this.wakes = job.arrives();
        this.burstLeft = job.burst();
    }

    /** How long it can run before something comes of it. */
    long untilEvent() {
        if (spins) {
            return Long.MAX_VALUE;
        }
        long left = job.length() - computed;
        long toChange =
                changed < job.changes().size() ? job.changes().get(changed).after() - computed : left;
        return Math.min(Math.min(left, burstLeft), Math.max(1, toChange));
    }

    void run(long time) {
        if (!spins) {
            computed += time;
            burstLeft -= time;
        }
    }

    boolean finished() {
        return computed >= job.length();
    }

    void nextBurst() {
        bursts++;
        burstLeft = job.burst();
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("stage", stage.ordinal())
                .with("wakes", wakes)
                .with("computed", computed)
                .with("burst-left", burstLeft)
                .with("bursts", bursts)
                .with("spins", spins ? 1 : 0)
                .with("changed", changed);
    }

    void load(StateTree state) {
        Stage saved = Stage.values()[(int) state.number("stage", 0, Stage.values().length - 1L)];
        long done = state.number("computed", 0, job.length());
        changed = (int) state.number("changed", 0, job.changes().size());
        burstLeft = state.number("burst-left", 0, job.burst());
        bursts = state.number("bursts", 0, Long.MAX_VALUE);
        wakes = state.number("wakes", 0, Long.MAX_VALUE);
        spins = state.flag("spins");
        computed = done;
        stage = saved;
    }
}
