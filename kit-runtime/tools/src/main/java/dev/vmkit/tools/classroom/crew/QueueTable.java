package dev.vmkit.tools.classroom.crew;

import dev.vmkit.tools.classroom.store.VerdictStore;
import java.util.List;

/** The table in which db-scheduler keeps its queue, with the columns that its manual asks for; each grading has its own. */
final class QueueTable {
    private static final int DIGITS = 16;

    private QueueTable() {}

    /** Makes it if it is not there; its name. */
    static String create(VerdictStore store) {
        String name = "vmkit_queue_" + store.grading().substring(0, DIGITS);
        store.database().create(List.of("""
            create table if not exists %s (
              task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamp with time zone not null,
              picked boolean not null, picked_by text,
              last_success timestamp with time zone, last_failure timestamp with time zone,
              consecutive_failures int, last_heartbeat timestamp with time zone,
              version bigint not null, priority smallint,
              primary key (task_name, task_instance))\
            """.formatted(name)));
        return name;
    }
}
