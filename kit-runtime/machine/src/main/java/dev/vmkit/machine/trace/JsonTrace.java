package dev.vmkit.machine.trace;

import dev.vmkit.language.yaml.Json;
import dev.vmkit.machine.trace.TraceEvent.Executed;
import dev.vmkit.machine.trace.TraceEvent.Interrupted;
import dev.vmkit.machine.trace.TraceEvent.MemoryWrite;
import dev.vmkit.machine.trace.TraceEvent.Trapped;

/** A trace for programs: one JSON object a line. Values are hexadecimal texts, since JSON's numbers end at 53 bits. */
public final class JsonTrace {

    /** One line, without line end. */
    public String line(TraceEvent event) {
        Json.Builder json = Json.object()
                .put("hart", event.hart())
                .put("count", event.count())
                .put("pc", hex(event.pc()));
        switch (event) {
            case Executed e -> executed(e, json);
            case Trapped e ->
                json.put("asm", e.text()).put("trap", e.trap().name()).put("value", hex(e.value()));
            case Interrupted e ->
                json.put("interrupt", e.line().number()).put("level", e.line().level());
        }
        return json.build().write();
    }

    private static void executed(Executed event, Json.Builder json) {
        Json.Builder registers = Json.object();
        event.registers().forEach(change -> registers.put(change.name(), hex(change.after())));
        json.put("asm", event.text())
                .put("registers", registers.build())
                .put(
                        "memory",
                        Json.array(event.memory().stream().map(JsonTrace::write).toList()));
    }

    private static Json write(MemoryWrite write) {
        return Json.object()
                .put("space", write.space())
                .put("address", hex(write.address()))
                .put("width", write.width())
                .put("value", hex(write.value()))
                .build();
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
