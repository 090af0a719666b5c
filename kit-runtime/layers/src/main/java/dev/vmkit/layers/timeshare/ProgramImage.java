package dev.vmkit.layers.timeshare;

import dev.vmkit.api.TaskInfo;
import java.util.Arrays;

/**
 * A program that is to run.
 *
 * @param task what it is to the policy; its size is that of its memory in words, whole pages
 * @param origin the first address of its memory, the start of a page
 * @param start its first instruction
 * @param bytes what its memory holds at first, all of it; not to be changed
 * @param user who sits at its console
 */
public record ProgramImage(TaskInfo task, long origin, long start, byte[] bytes, User user) {
    @Override
    public boolean equals(Object other) {
        return other instanceof ProgramImage image
                && task.equals(image.task)
                && origin == image.origin
                && start == image.start
                && Arrays.equals(bytes, image.bytes)
                && user.equals(image.user);
    }

    @Override
    public int hashCode() {
        return task.hashCode();
    }
}
