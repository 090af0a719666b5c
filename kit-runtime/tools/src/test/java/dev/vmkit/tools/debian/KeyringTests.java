package dev.vmkit.tools.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.vmkit.tools.download.FetchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which signatures count. */
class KeyringTests {
    private static final String TEXT = "Origin: Test\n- dashes\nCodename: trixie  \n";

    private static final long HOUR_AGO = System.currentTimeMillis() - 3_600_000;

    @TempDir
    private Path folder;

    private SigningKey key;
    private Keyring keyring;

    @BeforeEach
    void makeKey() throws IOException {
        key = new SigningKey();
        keyring = Keyring.read(key.keyring(folder.resolve("keys.gpg")));
    }

    private static ClearSigned read(String signed) throws FetchFailure {
        return ClearSigned.read(signed.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String signed, String reason) {
        assertThatExceptionOfType(FetchFailure.class)
                .isThrownBy(() -> keyring.verify(read(signed), "the text"))
                .withMessageContaining(reason);
    }

    @Test
    void aGoodSignatureCounts() throws IOException {
        ClearSigned signed = read(key.sign(TEXT));
        assertThatNoException().isThrownBy(() -> keyring.verify(signed, "the text"));
        assertThat(signed.text()).startsWith("Origin: Test\n- dashes\n");
    }

    @Test
    void whatStandsAroundTheSignedLinesIsNotPartOfThem() throws IOException {
        ClearSigned signed = read("Codename: evil\n\n" + key.sign(TEXT) + "Codename: evil\n");
        assertThatNoException().isThrownBy(() -> keyring.verify(signed, "the text"));
        assertThat(signed.text()).doesNotContain("evil");
    }

    @Test
    void aTextThatWasChangedIsRefused() {
        refused(key.sign(TEXT).replace("Test", "Evil"), "the text was changed");
    }

    @Test
    void aKeyThatIsNotKnownDoesNotCount() {
        refused(new SigningKey().sign(TEXT), "the key is not known");
    }

    @Test
    void aKeyThatHadExpiredDoesNotCount() throws IOException {
        use(new SigningKey(HOUR_AGO, 60));
        refused(key.sign(TEXT), "the key has expired");
    }

    private void use(SigningKey other) throws IOException {
        key = other;
        keyring = Keyring.read(key.keyring(folder.resolve("other.gpg")));
    }

    @Test
    void aSubkeyForSigningCounts() throws IOException {
        use(key.subkey(KeyFlags.SIGN_DATA, 0));
        ClearSigned signed = read(key.sign(TEXT));
        assertThatNoException().isThrownBy(() -> keyring.verify(signed, "the text"));
    }

    @Test
    void aSubkeyForAnythingElseDoesNot() throws IOException {
        use(key.subkey(KeyFlags.ENCRYPT_COMMS, 0));
        refused(key.sign(TEXT), "the key is not for signing");
    }

    @Test
    void aSubkeyThatHasExpiredDoesNotCount() throws IOException {
        use(new SigningKey(HOUR_AGO, 0).subkey(KeyFlags.SIGN_DATA, 60));
        refused(key.sign(TEXT), "the key has expired");
    }

    @Test
    void noSubkeyOutlivesItsPrimaryKey() throws IOException {
        use(new SigningKey(HOUR_AGO, 60).subkey(KeyFlags.SIGN_DATA, 0));
        refused(key.sign(TEXT), "the key has expired");
    }

    @Test
    void aKeyThatWasRevokedDoesNotCountNorDoItsSubkeys() throws IOException {
        SigningKey revoked = key.revoked();
        use(revoked);
        refused(key.sign(TEXT), "the key was revoked");
        use(revoked.subkey(KeyFlags.SIGN_DATA, 0));
        refused(key.sign(TEXT), "the key was revoked");
    }

    @Test
    void aSignatureThatHasExpiredDoesNotCount() throws IOException {
        use(new SigningKey(HOUR_AGO, 0));
        refused(key.signFor(60, TEXT), "it has expired");
    }

    @Test
    void aBrokenDigestDoesNotCount() {
        refused(key.sign(TEXT, HashAlgorithmTags.SHA1), "it uses a digest that is broken");
    }

    @Test
    void aTextWithoutSignatureIsNone() {
        refused("Origin: Test\n", "this is no signed text");
        String signed = key.sign(TEXT);
        String emptied = signed.substring(0, signed.indexOf("-----BEGIN PGP SIGNATURE-----"))
                + "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n";
        refused(emptied, "the text");
    }

    @Test
    void debrisIsNoKeyring() throws IOException {
        Path debris = Files.write(folder.resolve("debris.gpg"), new byte[] {(byte) 0x99, 1, 2, 3});
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Keyring.read(debris));
    }
}
