package dev.vmkit.docs.wrong.machine.board;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.lang.classfile.ClassFile;
import java.lang.foreign.Arena;
import java.sql.Connection;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.bouncycastle.openpgp.PGPSignature;
import org.jline.terminal.Terminal;
import org.pf4j.PluginManager;
import picocli.CommandLine;
import tools.jackson.databind.ObjectMapper;

/** Bears a name that says nothing, and uses everything that has its own place. */
abstract class BoardManager {
    abstract void useAll(
            ClassFile classFile,
            Arena arena,
            TarFile tar,
            PGPSignature signature,
            Terminal terminal,
            PluginManager plugins,
            CommandLine line,
            ObjectMapper mapper,
            Connection connection,
            Scheduler scheduler);

    void print() {
        System.out.println("guest halted");
    }
}
