package dev.mintmark.jose;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/** The cryptographic part of a key: a pair, whose private key may be absent, or a secret. */
sealed interface KeyMaterial {

    /** The part that verifies, translated for the first provider. */
    KeyMaterial forVerifying();

    /** An asymmetric key. */
    record Pair(PublicKey publicKey, Optional<PrivateKey> privateKey) implements KeyMaterial {
        @Override
        public Pair forVerifying() {
            return new Pair(NativeCrypto.translated(publicKey), Optional.empty());
        }

        @Override
        public String toString() {
            return "Pair[" + publicKey.getAlgorithm() + "]";
        }
    }

    /** An HMAC secret. */
    final class Secret implements KeyMaterial {
        private final byte[] bytes;

        Secret(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }

        int bits() {
            return bytes.length * 8;
        }

        @Override
        public Secret forVerifying() {
            return this;
        }

        @Override
        public String toString() {
            return "Secret[redacted]";
        }
    }
}
