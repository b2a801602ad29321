package dev.mintmark.smallrye;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mintmark.jose.Algorithm;
import dev.mintmark.jose.JwsEngine;
import dev.mintmark.jose.JwsSigner;
import dev.mintmark.jose.json.JsonMembers;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs with an RSA key by SmallRye JWT's builder. */
public final class SmallRyeSigner implements JwsSigner {
    /** This signer for RSA keys (RS and PS algorithms), the assembler of {@code jose} for all others. */
    public static final JwsEngine ENGINE =
            (algorithm, key, assembler) -> key instanceof PrivateKey rsa && isRsa(algorithm)
                    ? new SmallRyeSigner(algorithm, rsa, assembler)
                    : assembler;

    private final SignatureAlgorithm algorithm;
    private final PrivateKey key;
    private final JwsSigner assembler;

    private SmallRyeSigner(Algorithm algorithm, PrivateKey key, JwsSigner assembler) {
        this.algorithm = SignatureAlgorithm.fromAlgorithm(algorithm.joseName());
        this.key = key;
        this.assembler = assembler;
    }

    private static boolean isRsa(Algorithm algorithm) {
        return algorithm.family() == Algorithm.Family.RSA || algorithm.family() == Algorithm.Family.RSA_PSS;
    }

    /** The builder adds a {@code typ} where there is none, and fails on a null at any depth: the assembler signs those. */
    @Override
    public String sign(JsonMembers header, JsonMembers claims) {
        if (!header.has("typ") || hasNull(header.json()) || hasNull(claims.json())) {
            return assembler.sign(header, claims);
        }
        JwtSignatureBuilder builder = Jwt.claims(map(claims.json())).jws();
        map(header.json()).forEach(builder::header);
        return builder.algorithm(algorithm).sign(key);
    }

    private static boolean hasNull(JsonNode node) {
        for (JsonNode value : node) {
            if (value.isNull() || (value.isContainerNode() && hasNull(value))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
        return map;
    }

    private static Object plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value instanceof ObjectNode ? map(value) : list(value);
    }

    private static List<Object> list(JsonNode array) {
        List<Object> list = new ArrayList<>(array.size());
        array.forEach(item -> list.add(plain(item)));
        return list;
    }

    @Override
    public String toString() {
        return "SmallRyeSigner[" + algorithm + "]";
    }
}
