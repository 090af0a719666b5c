package dev.vmkit.layers.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.Test;

/** What the kernel will find in an archive. */
class CpioWriterTests {
    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CpioWriter archive = new CpioWriter(bytes)) {
            archive.folder("dev");
            archive.characterDevice("dev/console", 5, 1);
            archive.program("init", "#!/bin/sh\n".getBytes());
            archive.file("etc", new byte[] {1, 2, 3});
            archive.link("sbin", "bin");
        }
        return bytes.toByteArray();
    }

    @Test
    void everyKindOfMemberIsThere() throws IOException {
        List<String> members = new ArrayList<>();
        try (CpioArchiveInputStream in = new CpioArchiveInputStream(new ByteArrayInputStream(archive()))) {
            for (CpioArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.add("%o %s %d:%d %s"
                        .formatted(
                                entry.getMode(),
                                entry.getName(),
                                entry.getRemoteDeviceMaj(),
                                entry.getRemoteDeviceMin(),
                                new String(in.readAllBytes()).strip()));
            }
        }
        assertThat(members)
                .containsExactly(
                        "40755 dev 0:0 ",
                        "20600 dev/console 5:1 ",
                        "100755 init 0:0 #!/bin/sh",
                        "100644 etc 0:0 \1\2\3".strip(),
                        "120777 sbin 0:0 bin");
    }

    @Test
    void theFormatIsTheOneThatLinuxReads() throws IOException {
        assertThat(new String(archive(), 0, 6)).isEqualTo("070701");
    }

    @Test
    void equalMembersGiveEqualBytes() throws IOException {
        assertThat(archive()).isEqualTo(archive());
    }
}
