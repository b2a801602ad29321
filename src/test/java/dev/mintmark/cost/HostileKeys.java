package dev.mintmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.GeneratedKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Keys that are expensive to read or to use. The numbers of RSA keys fit together, and their factors are not primes. */
final class HostileKeys {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<Integer> SIZES = List.of(2048, 3072, 4096, 8192, 16_384);
    private static final List<String> MEMBERS =
            List.of("n", "e", "d", "p", "q", "dp", "dq", "qi", "x", "y", "k", "kid");
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private final Random random;
    private final HostileText texts;
    private final HostileJson values;

    HostileKeys(Random random) {
        this.random = random;
        this.texts = new HostileText(random);
        this.values = new HostileJson(random);
    }

    /** A JWK, or a text that has keys. */
    JsonNode key(int size) {
        return switch (random.nextInt(6)) {
            case 0 -> TextNode.valueOf(pem(size));
            case 1 -> TextNode.valueOf(texts.of(size));
            case 2 -> set(size);
            default -> jwk(size);
        };
    }

    ObjectNode jwk(int size) {
        ObjectNode jwk = switch (random.nextInt(5)) {
            case 0, 1 -> Rsa.of(random, SIZES.get(random.nextInt(SIZES.size()))).jwk(random.nextBoolean());
            case 2, 3 -> curve();
            default -> JSON.objectNode().put("kty", "oct").put("k", texts.of(size / 2));
        };
        if (random.nextInt(3) == 0) {
            jwk.put(MEMBERS.get(random.nextInt(MEMBERS.size())), texts.of(size / 2));
        }
        if (random.nextInt(3) == 0) {
            jwk.set(
                    List.of("x5c", "key_ops", "alg", "use", "oth", "other").get(random.nextInt(6)),
                    values.of(size / 2));
        }
        return jwk;
    }

    private ObjectNode curve() {
        Algorithm algorithm = List.of(Algorithm.ES256, Algorithm.ES384, Algorithm.ES512, Algorithm.EDDSA)
                .get(random.nextInt(4));
        return random.nextBoolean()
                ? GeneratedKeys.of(algorithm).insecurePrivateJson()
                : GeneratedKeys.of(algorithm).publicJson();
    }

    /** A key set of about this size, with equal, similar or different keys. */
    ObjectNode set(int size) {
        ArrayNode keys = JSON.arrayNode();
        boolean areEqual = random.nextBoolean();
        boolean haveOneId = random.nextBoolean();
        ObjectNode first = jwk(Math.min(size, 2000));
        int limit = random.nextBoolean() ? 100 : 5000;
        for (int used = 0; used < size && keys.size() < limit; ) {
            ObjectNode jwk = areEqual ? first.deepCopy() : jwk(Math.min(size, 500));
            if (haveOneId) {
                jwk.put("kid", "k");
            }
            keys.add(jwk);
            used += jwk.toString().length();
        }
        return JSON.objectNode().set("keys", keys);
    }

    /** PEM blocks, one or as many as fit. */
    String pem(int size) {
        StringBuilder text = new StringBuilder();
        Rsa rsa = Rsa.of(random, SIZES.get(random.nextInt(SIZES.size())));
        boolean isPrivate = random.nextBoolean();
        String block = rsa.pem(isPrivate);
        int most = List.of(1, 2, 64, 5000).get(random.nextInt(4));
        for (int i = 0; i < most && (i == 0 || text.length() + block.length() < size); i++) {
            text.append(block);
        }
        return text.toString();
    }

    /** Numbers that pass every check of an RSA key but primality. */
    private record Rsa(BigInteger n, BigInteger d, BigInteger p, BigInteger q) {
        static Rsa of(Random random, int bits) {
            BigInteger p = odd(random, bits / 2);
            BigInteger q = odd(random, bits / 2);
            BigInteger n = p.multiply(q);
            return new Rsa(n, new BigInteger(bits - 2, random).setBit(0), p, q);
        }

        private static BigInteger odd(Random random, int bits) {
            return new BigInteger(bits, random)
                    .setBit(bits - 1)
                    .setBit(bits - 2)
                    .setBit(0);
        }

        ObjectNode jwk(boolean isPrivate) {
            ObjectNode jwk = JSON.objectNode().put("kty", "RSA");
            jwk.put("n", text(n)).put("e", text(EXPONENT));
            return isPrivate
                    ? jwk.put("d", text(d))
                            .put("p", text(p))
                            .put("q", text(q))
                            .put("dp", text(d.mod(p)))
                            .put("dq", text(d.mod(q)))
                            .put("qi", text(q.mod(p)))
                    : jwk;
        }

        private static String text(BigInteger number) {
            byte[] bytes = number.toByteArray();
            int start = bytes[0] == 0 ? 1 : 0;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
        }

        String pem(boolean isPrivate) {
            try {
                KeyFactory factory = KeyFactory.getInstance("RSA");
                byte[] der = isPrivate
                        ? factory.generatePrivate(
                                        new RSAPrivateCrtKeySpec(n, EXPONENT, d, p, q, d.mod(p), d.mod(q), q.mod(p)))
                                .getEncoded()
                        : factory.generatePublic(new RSAPublicKeySpec(n, EXPONENT))
                                .getEncoded();
                String label = isPrivate ? "PRIVATE KEY" : "PUBLIC KEY";
                return "-----BEGIN " + label + "-----\n"
                        + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label + "-----\n";
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
