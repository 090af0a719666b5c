package dev.vmkit.plugins.modern;

import dev.vmkit.api.TaskPolicy;

/** What lies in a group: a task, or another group. */
sealed interface Child permits GroupFair.Leaf, GroupNode {
    /** What it has had, by its weight. */
    TaskPolicy.VirtualTime runtime();

    /** The number of the group it lies in, 0 for none. */
    int parent();
}
