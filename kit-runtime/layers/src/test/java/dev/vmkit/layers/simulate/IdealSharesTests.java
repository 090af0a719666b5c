package dev.vmkit.layers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.TaskInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdealSharesTests {

    @Test
    void oneProcessorIsSharedByWeight() {
        Map<Integer, Long> shares = shares(1, List.of(), task(1, 0, 1), task(2, 0, 3));

        assertThat(shares).containsExactly(Map.entry(1, IdealShares.ONE / 4), Map.entry(2, IdealShares.ONE / 4 * 3));
    }

    @Test
    void nobodyGetsMoreThanAProcessor() {
        Map<Integer, Long> shares = shares(2, List.of(), task(1, 0, 1), task(2, 0, 1), task(3, 0, 8));

        assertThat(shares)
                .containsExactly(
                        Map.entry(1, IdealShares.ONE / 2),
                        Map.entry(2, IdealShares.ONE / 2),
                        Map.entry(3, IdealShares.ONE));
    }

    @Test
    void groupsShareBeforeTheirMembers() {
        List<TaskInfo.Group> groups =
                List.of(new TaskInfo.Group(1, "a", 0, 1, 0, 0), new TaskInfo.Group(2, "b", 1, 3, 0, 0));
        Map<Integer, Long> shares = shares(1, groups, task(1, 0, 1), task(2, 1, 1), task(3, 2, 1), task(4, 2, 2));

        assertThat(shares)
                .containsExactly(
                        Map.entry(1, IdealShares.ONE / 2),
                        Map.entry(2, IdealShares.ONE / 8),
                        Map.entry(3, IdealShares.ONE / 8),
                        Map.entry(4, IdealShares.ONE / 4));
    }

    private static Map<Integer, Long> shares(int cpus, List<TaskInfo.Group> groups, TaskInfo... tasks) {
        List<Job> jobs = List.of(tasks).stream().map(task -> Job.of(task, 0, 1)).toList();
        Set<Integer> active = Set.copyOf(jobs.stream().map(Job::id).toList());
        return new IdealShares(new Workload("w", cpus, groups, jobs, 9)).of(active);
    }

    private static TaskInfo task(int id, int group, int weight) {
        return TaskInfo.of(id, "t" + id).withGroup(group).withWeight(weight);
    }
}
