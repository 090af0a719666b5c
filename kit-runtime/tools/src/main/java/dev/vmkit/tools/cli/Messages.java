package dev.vmkit.tools.cli;

import dev.vmkit.language.text.FlatDiagnostic;
import dev.vmkit.language.yaml.Json;

/** Located messages for editors and scripts. */
final class Messages {
    private Messages() {}

    static Json json(FlatDiagnostic message) {
        return Json.object()
                .put("code", message.code())
                .put("severity", message.severity())
                .put("message", message.message())
                .put("hint", message.hint())
                .put("file", message.file())
                .put("line", message.line())
                .put("column", message.column())
                .put("endLine", message.endLine())
                .put("endColumn", message.endColumn())
                .build();
    }
}
