package dev.vmkit.api;

import java.util.List;

/**
 * What a part says of itself in its YAML.
 *
 * @param name as written in machine files
 * @param summary one sentence
 * @param plugin where it comes from
 */
@Stable(Use.CALL)
public record PartInfo(PartKind kind, String name, String summary, String plugin, List<ParameterInfo> parameters) {

    public PartInfo {
        parameters = List.copyOf(parameters);
    }
}
