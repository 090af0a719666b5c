package dev.vmkit.tools.debian;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** A key that tests sign releases with. */
public final class SigningKey {
    private final PGPKeyPair pair;
    private final PGPPublicKey certified;

    /** A key made at some time, in milliseconds since 1970, that expires after some seconds, or never if that is 0. */
    SigningKey(long made, long validSeconds) {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        try {
            pair = new BcPGPKeyPair(PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair(), new Date(made));
            PGPSignatureGenerator signer = signer(PGPSignature.POSITIVE_CERTIFICATION, HashAlgorithmTags.SHA256);
            PGPSignatureSubpacketGenerator facts = new PGPSignatureSubpacketGenerator();
            facts.setKeyExpirationTime(true, validSeconds);
            signer.setHashedSubpackets(facts.generate());
            certified = PGPPublicKey.addCertification(
                    pair.getPublicKey(), "test", signer.generateCertification("test", pair.getPublicKey()));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    public SigningKey() {
        this(System.currentTimeMillis() - 60_000, 0);
    }

    private PGPSignatureGenerator signer(int type, int hash) throws PGPException {
        PGPSignatureGenerator signer = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash), pair.getPublicKey());
        signer.init(type, pair.getPrivateKey());
        return signer;
    }

    /** Writes the public key. */
    public Path keyring(Path file) {
        try {
            return Files.write(file, certified.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with its signature, as in RFC 9580. */
    public String sign(String text) {
        return sign(text, HashAlgorithmTags.SHA256);
    }

    String sign(String text, int hash) {
        try {
            PGPSignatureGenerator signer = signer(PGPSignature.CANONICAL_TEXT_DOCUMENT, hash);
            String canonical =
                    text.stripTrailing().replaceAll("[ \\t]+(?=\\n)", "").replace("\n", "\r\n");
            signer.update(canonical.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream armored = new ByteArrayOutputStream();
            try (ArmoredOutputStream out = ArmoredOutputStream.builder().build(armored)) {
                signer.generate().encode(out);
            }
            return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
                    + text.stripTrailing().replaceAll("(?m)^-", "- -")
                    + "\n" + armored.toString(StandardCharsets.US_ASCII);
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
