package dev.vmkit.tools.grade;

import dev.vmkit.language.text.Diagnostic;

/** Somebody who looks on while a submission is graded. */
public interface Watcher {
    /** Looks away. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void begins(String check) {}

        @Override
        public void remarks(Diagnostic remark) {}
    };

    /** A check begins. */
    void begins(String check);

    /** Something that code of the submission does and a part has no use for. */
    void remarks(Diagnostic remark);
}
