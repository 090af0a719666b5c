package dev.vmkit.tools.debian;

import dev.vmkit.tools.download.FetchFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** The public keys of those whose signatures count (RFC 9580). */
final class Keyring {
    /** MD5 and SHA-1 are broken. */
    private static final Set<Integer> HASHES =
            Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

    private final Path file;
    private final PGPPublicKeyRingCollection keys;

    private Keyring(Path file, PGPPublicKeyRingCollection keys) {
        this.file = file;
        this.keys = keys;
    }

    static Keyring read(Path file) throws IOException {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
            return new Keyring(file, new BcPGPPublicKeyRingCollection(in));
        } catch (PGPException | RuntimeException damaged) {
            throw new FetchFailure("the keyring " + file + " cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    /**
     * Holds a text against the keys; one good signature is enough, as for apt.
     *
     * @param what names the text in messages
     * @throws FetchFailure if there is none
     */
    void verify(ClearSigned text, String what) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (PGPSignature signature : signatures(text, what)) {
            String reason = doubt(signature, text);
            if (reason.isEmpty()) {
                return;
            }
            reasons.add("by key %016X: %s".formatted(signature.getKeyID(), reason));
        }
        throw new FetchFailure("%s has no signature that counts, with the keys of %s: %s"
                .formatted(what, file, reasons.isEmpty() ? "it has none at all" : String.join("; ", reasons)));
    }

    private static List<PGPSignature> signatures(ClearSigned text, String what) throws IOException {
        byte[] armored = text.signature().getBytes(StandardCharsets.US_ASCII);
        List<PGPSignature> signatures = new ArrayList<>();
        try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(armored))) {
            BcPGPObjectFactory objects = new BcPGPObjectFactory(in);
            for (Object next = objects.nextObject(); next != null; next = objects.nextObject()) {
                if (next instanceof PGPSignatureList list) {
                    list.forEach(signatures::add);
                }
            }
        } catch (IOException | RuntimeException damaged) {
            throw new FetchFailure("the signature of " + what + " cannot be read: " + damaged.getMessage(), damaged);
        }
        return signatures;
    }

    /** Why a signature does not count; empty if it does. */
    private String doubt(PGPSignature signature, ClearSigned text) {
        PGPPublicKeyRing ring = keys.getPublicKeyRing(signature.getKeyID());
        if (ring == null) {
            return "the key is not known";
        }
        PGPPublicKey key = ring.getPublicKey(signature.getKeyID());
        if (signature.getSignatureType() != PGPSignature.CANONICAL_TEXT_DOCUMENT) {
            return "it is not the signature of a text";
        }
        if (!HASHES.contains(signature.getHashAlgorithm())) {
            return "it uses a digest that is broken";
        }
        String reason = KeyValidity.doubt(ring, key, signature);
        if (!reason.isEmpty()) {
            return reason;
        }
        return good(key, signature, text) ? "" : "the text was changed";
    }

    private static boolean good(PGPPublicKey key, PGPSignature signature, ClearSigned text) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(text.signed());
            return signature.verify();
        } catch (PGPException | RuntimeException malformed) {
            return false;
        }
    }
}
