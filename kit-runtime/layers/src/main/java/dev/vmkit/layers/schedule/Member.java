package dev.vmkit.layers.schedule;

import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;

/** A task as the dispatcher knows it. */
final class Member {
    /** Whether a task waits for its turn, has it, or waits for something else. */
    enum State {
        READY,
        RUNNING,
        BLOCKED
    }

    TaskInfo info;
    State state = State.READY;
    /** Since when it has been in that state. */
    long since;

    Member(TaskInfo info, long now) {
        this.info = info;
        this.since = now;
    }

    void become(State next, long now) {
        state = next;
        since = now;
    }

    void charge(long ran) {
        if (info.length() >= 0) {
            info = info.withLength(Math.max(0, info.length() - ran));
        }
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("info", info.save())
                .with("state", state.ordinal())
                .with("since", since);
    }

    static Member load(StateTree state, long now) {
        Member member = new Member(TaskInfo.load(state.tree("info")), state.number("since", 0, now));
        member.state = State.values()[(int) state.number("state", 0, State.values().length - 1L)];
        return member;
    }
}
