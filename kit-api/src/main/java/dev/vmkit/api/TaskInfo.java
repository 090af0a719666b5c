package dev.vmkit.api;

/**
 * What a policy may know of a task.
 *
 * @param id unique among the tasks of a run
 * @param group the group it belongs to, 0 for none
 * @param weight its share relative to others, at least 1; a lottery's tickets
 * @param priority larger runs first
 * @param size memory in words, 0 if unknown
 * @param length work left in virtual time if it is known, otherwise -1
 */
@Experimental(Use.CALL)
public record TaskInfo(int id, String name, int group, int weight, int priority, long size, long length) {}
