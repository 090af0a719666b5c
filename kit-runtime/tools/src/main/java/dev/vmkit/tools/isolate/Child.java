package dev.vmkit.tools.isolate;

import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.wire.SubjectServer;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What runs in a cage: a subject that answers over the standard streams. Code of the submission runs in this very process;
 * nothing here is to be relied on, and nothing here knows what is expected.
 */
final class Child {
    /** The byte that says that it is ready. */
    static final int READY = 'R';

    private Child() {}

    /**
     * Serves until nobody asks any more.
     *
     * @param folders where the submission is, where may be written, and where the kit's plugins are
     */
    public static void main(String[] folders) throws IOException {
        InputStream questions = new FileInputStream(FileDescriptor.in);
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        startsNothing();
        Workplace workplace = new Workplace(Path.of(folders[0]), Path.of(folders[1]));
        List<Path> plugins =
                Stream.of(Path.of(folders[2])).filter(Files::exists).toList();
        try (Subject subject = workplace.hides(LocalSubject.of(workplace::prepare, plugins))) {
            SubjectServer server = new SubjectServer(subject);
            answers.write(READY);
            server.serve(questions, answers);
        }
    }

    /** The class that starts processes fails to load, because of how this one was started, and never loads again. */
    private static void startsNothing() {
        try {
            Class.forName("java.lang.ProcessImpl");
        } catch (ClassNotFoundException | Error meant) {
            return;
        }
    }
}
