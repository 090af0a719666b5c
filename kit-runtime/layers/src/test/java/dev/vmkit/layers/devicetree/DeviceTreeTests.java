package dev.vmkit.layers.devicetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviceTreeTests {
    private static final DeviceTree TREE = new DeviceTree(
            List.of(new DeviceTree.Reservation(0x8000_0000L, 0x4_0000)),
            1,
            new TreeNode(
                    "",
                    List.of(
                            Property.cells("#address-cells", 2),
                            Property.texts("compatible", List.of("a,board", "another")),
                            Property.flag("ranges")),
                    List.of(
                            TreeNode.leaf("memory@80000000", List.of(Property.wide("reg", 0x8000_0000L, 1 << 27))),
                            new TreeNode(
                                    "soc",
                                    List.of(new Property("mac", new byte[] {2, 0, 0x5E})),
                                    List.of(TreeNode.leaf("serial@0", List.of(Property.text("say", "\"hi\""))))))));

    @Test
    void readsWhatItWrote() {
        assertThat(BlobReader.read(BlobWriter.write(TREE))).isEqualTo(TREE);
    }

    @Test
    void writesTheHeaderOfVersion17() {
        ByteBuffer blob = ByteBuffer.wrap(BlobWriter.write(TREE));
        assertThat(blob.getInt(0)).isEqualTo(0xD00DFEED);
        assertThat(blob.getInt(4)).isEqualTo(blob.capacity()).isEqualTo(blob.capacity() & ~7);
        assertThat(blob.getInt(20)).isEqualTo(17);
        assertThat(blob.getInt(24)).isEqualTo(16);
        assertThat(blob.getInt(28)).isEqualTo(1);
    }

    @Test
    void printsSourceAsTheCompilerReadsIt() {
        assertThat(SourcePrinter.print(TREE)).isEqualTo("""
            /dts-v1/;
            /memreserve/ 0x80000000 0x40000;

            / {
            \t#address-cells = <0x02>;
            \tcompatible = "a,board", "another";
            \tranges;

            \tmemory@80000000 {
            \t\treg = <0x00 0x80000000 0x00 0x8000000>;
            \t};

            \tsoc {
            \t\tmac = [02 00 5e];

            \t\tserial@0 {
            \t\t\tsay = "\\"hi\\"";
            \t\t};
            \t};
            };
            """);
    }

    @Test
    void replacesAPropertyAndANodeOfTheSameName() {
        TreeNode root =
                TREE.root().with(List.of(Property.cells("#address-cells", 1))).with(TreeNode.leaf("soc", List.of()));
        assertThat(root.property("#address-cells")).contains(Property.cells("#address-cells", 1));
        assertThat(root.child("soc")).contains(TreeNode.leaf("soc", List.of()));
        assertThat(root.children()).hasSize(2);
    }

    @Test
    void refusesWhatIsNoTree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlobReader.read(new byte[64]))
                .withMessageContaining("D0 0D FE ED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlobReader.read(new byte[10]))
                .withMessageContaining("40 bytes");
    }

    @Test
    void refusesATreeThatIsCutOff() {
        byte[] blob = BlobWriter.write(TREE);
        for (int length = 0; length < blob.length - 8; length++) {
            byte[] cut = Arrays.copyOf(blob, length);
            assertThat(catchThrowable(() -> BlobReader.read(cut))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesNodesWithoutEnd() {
        ByteBuffer blob =
                ByteBuffer.allocate(4096).put(0, BlobWriter.write(DeviceTree.of(TreeNode.leaf("", List.of()))));
        int structure = blob.getInt(8);
        blob.putInt(36, 4000 - structure);
        for (int at = structure; at < 4000; at += 8) {
            blob.putInt(at, 1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlobReader.read(blob.array()))
                .withMessageContaining("deep");
    }

    /** Whatever the bytes are, they are a tree or an explained mistake. */
    @Test
    void survivesDamage() {
        Random random = new Random(3);
        byte[] blob = BlobWriter.write(TREE);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = blob.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> BlobReader.read(damaged));
            assertThat(thrown)
                    .satisfiesAnyOf(
                            t -> assertThat(t).isNull(),
                            t -> assertThat(t).isInstanceOf(IllegalArgumentException.class));
        }
    }
}
