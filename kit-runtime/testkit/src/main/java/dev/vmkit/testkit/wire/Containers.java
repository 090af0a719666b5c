package dev.vmkit.testkit.wire;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formats of values that hold others: lists and maps, which keep their order, and what may be missing. */
final class Containers {
    private Containers() {}

    record ListFormat(Format element) implements Format {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
            List<?> list = (List<?>) value;
            out.writeInt(list.size());
            for (Object one : list) {
                element.write(one, out);
            }
        }

        @Override
        public Object read(WireInput in) throws MalformedFrame {
            int count = in.count();
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                in.enter();
                list.add(element.read(in));
                in.leave();
            }
            return Collections.unmodifiableList(list);
        }
    }

    record MapFormat(Format key, Format element) implements Format {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
            Map<?, ?> map = (Map<?, ?>) value;
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                key.write(entry.getKey(), out);
                element.write(entry.getValue(), out);
            }
        }

        @Override
        public Object read(WireInput in) throws MalformedFrame {
            int count = in.count();
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                in.enter();
                map.put(key.read(in), element.read(in));
                in.leave();
            }
            if (map.size() < count) {
                throw new MalformedFrame("a key twice");
            }
            return Collections.unmodifiableMap(map);
        }
    }

    record OptionalFormat(Format element) implements Format {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
            Optional<?> optional = (Optional<?>) value;
            out.writeByte(optional.isPresent() ? 1 : 0);
            if (optional.isPresent()) {
                element.write(optional.get(), out);
            }
        }

        @Override
        public Object read(WireInput in) throws MalformedFrame {
            return in.truth() ? Optional.of(element.read(in)) : Optional.empty();
        }
    }
}
