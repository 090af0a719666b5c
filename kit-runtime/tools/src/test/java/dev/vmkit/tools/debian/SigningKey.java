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
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/**
 * A key that tests sign releases with.
 *
 * @param primary makes statements about keys
 * @param published the primary key as its ring has it
 * @param pair signs texts; the primary key itself, or a subkey
 * @param ring the public keys, as a keyring holds them
 */
public record SigningKey(PGPKeyPair primary, PGPPublicKey published, PGPKeyPair pair, byte[] ring) {

    private SigningKey(PGPKeyPair primary, PGPPublicKey published) {
        this(primary, published, primary, encoded(published));
    }

    /** A key made at some time, in milliseconds since 1970, that expires after some seconds, or never if that is 0. */
    SigningKey(long made, long validSeconds) {
        this(newPair(new Date(made)), validSeconds);
    }

    private SigningKey(PGPKeyPair primary, long validSeconds) {
        this(primary, certified(primary, validSeconds));
    }

    public SigningKey() {
        this(System.currentTimeMillis() - 60_000, 0);
    }

    private static PGPKeyPair newPair(Date made) {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        try {
            return new BcPGPKeyPair(PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair(), made);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGPPublicKey certified(PGPKeyPair primary, long validSeconds) {
        PGPSignatureSubpacketGenerator facts = new PGPSignatureSubpacketGenerator();
        facts.setKeyExpirationTime(true, validSeconds);
        PGPPublicKey key = primary.getPublicKey();
        try {
            PGPSignatureGenerator signer = signer(primary, PGPSignature.POSITIVE_CERTIFICATION, facts);
            return PGPPublicKey.addCertification(key, "test", signer.generateCertification("test", key));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A subkey for these purposes, as old as the key, that expires after some seconds, or never if that is 0. */
    SigningKey subkey(int purposes, long validSeconds) {
        PGPSignatureSubpacketGenerator facts = new PGPSignatureSubpacketGenerator();
        facts.setKeyFlags(true, purposes);
        facts.setKeyExpirationTime(true, validSeconds);
        try {
            PGPKeyPair sub =
                    newPair(primary.getPublicKey().getCreationTime()).asSubkey(new BcKeyFingerprintCalculator());
            PGPSignature binding = signer(primary, PGPSignature.SUBKEY_BINDING, facts)
                    .generateCertification(primary.getPublicKey(), sub.getPublicKey());
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(encoded(published));
            both.writeBytes(encoded(PGPPublicKey.addCertification(sub.getPublicKey(), binding)));
            return new SigningKey(primary, published, sub, both.toByteArray());
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key, revoked by its owner. */
    SigningKey revoked() {
        try {
            PGPSignature revocation = signer(primary, PGPSignature.KEY_REVOCATION, new PGPSignatureSubpacketGenerator())
                    .generateCertification(primary.getPublicKey());
            return new SigningKey(primary, PGPPublicKey.addCertification(published, revocation));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGPSignatureGenerator signer(PGPKeyPair pair, int type, PGPSignatureSubpacketGenerator facts)
            throws PGPException {
        return signer(pair, type, facts, HashAlgorithmTags.SHA256);
    }

    private static PGPSignatureGenerator signer(
            PGPKeyPair pair, int type, PGPSignatureSubpacketGenerator facts, int hash) throws PGPException {
        PGPSignatureGenerator signer = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash), pair.getPublicKey());
        signer.init(type, pair.getPrivateKey());
        signer.setHashedSubpackets(facts.generate());
        return signer;
    }

    private static byte[] encoded(PGPPublicKey key) {
        try {
            return key.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the public key. */
    public Path keyring(Path file) {
        try {
            return Files.write(file, ring);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with its signature, as in RFC 9580. */
    public String sign(String text) {
        return sign(text, HashAlgorithmTags.SHA256);
    }

    String sign(String text, int hash) {
        return sign(text, hash, new PGPSignatureSubpacketGenerator());
    }

    /** The same, with a signature made half an hour ago that expires so many seconds later. */
    String signFor(long seconds, String text) {
        PGPSignatureSubpacketGenerator facts = new PGPSignatureSubpacketGenerator();
        facts.setSignatureCreationTime(true, new Date(System.currentTimeMillis() - 1_800_000));
        facts.setSignatureExpirationTime(true, seconds);
        return sign(text, HashAlgorithmTags.SHA256, facts);
    }

    private String sign(String text, int hash, PGPSignatureSubpacketGenerator facts) {
        try {
            PGPSignatureGenerator signer = signer(pair, PGPSignature.CANONICAL_TEXT_DOCUMENT, facts, hash);
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
