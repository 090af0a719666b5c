package dev.vmkit.tools.debian;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * Whether a key may sign, and still may: a key's owner limits it by signatures on the key itself (RFC 9580, 5.2.3). What
 * holds for the primary key of a ring holds for its subkeys.
 */
final class KeyValidity {
    private KeyValidity() {}

    /** Why a signature by a key of this ring does not count now, whatever it signs; empty if it may count. */
    static String doubt(PGPPublicKeyRing ring, PGPPublicKey key, PGPSignature signature) {
        Date now = new Date();
        PGPPublicKey primary = ring.getPublicKey();
        if (primary.hasRevocation() || key.hasRevocation()) {
            return "the key was revoked";
        }
        if (over(primary.getCreationTime(), primary.getValidSeconds(), now)
                || over(key.getCreationTime(), key.getValidSeconds(), now)) {
            return "the key has expired";
        }
        if (signature.getCreationTime().before(key.getCreationTime())) {
            return "it is older than the key";
        }
        if (over(signature.getCreationTime(), lifetime(signature), now)) {
            return "it has expired";
        }
        return signs(key, primary) ? "" : "the key is not for signing";
    }

    /** Whether so many seconds since some time have passed; 0 is for ever. */
    private static boolean over(Date since, long seconds, Date now) {
        return seconds != 0 && now.getTime() - since.getTime() > seconds * 1000;
    }

    private static long lifetime(PGPSignature signature) {
        return signature.hasSubpackets() ? signature.getHashedSubPackets().getSignatureExpirationTime() : 0;
    }

    /** A primary key may sign unless its owner says otherwise, a subkey only if its owner says so. */
    private static boolean signs(PGPPublicKey key, PGPPublicKey primary) {
        List<PGPSignature> statements = new ArrayList<>();
        key.getSignatures().forEachRemaining(statements::add);
        return statements.stream()
                .filter(statement -> statement.getKeyID() == primary.getKeyID() && statement.hasSubpackets())
                .filter(statement -> statement.getHashedSubPackets().hasSubpacket(SignatureSubpacketTags.KEY_FLAGS))
                .max(Comparator.comparing(PGPSignature::getCreationTime))
                .map(statement -> (statement.getHashedSubPackets().getKeyFlags() & KeyFlags.SIGN_DATA) != 0)
                .orElse(key.isMasterKey());
    }
}
