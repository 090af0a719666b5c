package dev.vmkit.docs.wrong.machine.board;

import java.lang.classfile.ClassFile;
import java.lang.foreign.Arena;
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
            ObjectMapper mapper);

    void print() {
        System.out.println("guest halted");
    }
}
