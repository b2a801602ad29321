package dev.mintmark.jose;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.stream.Stream;

/**
 * A JCA provider that accepts every signature, so that only our own checks remain: providers had such faults
 * (CVE-2022-21449), and the service installs a provider other than the JDK's (see {@link NativeCrypto}).
 */
final class AcceptingProvider extends Provider {
    private static final long serialVersionUID = 1L;

    private AcceptingProvider() {
        super("Credulous", "1", "believes every signature");
        Stream.concat(Stream.of(Algorithm.values()).map(Algorithm::jcaName), Stream.of("RSASSA-PSS"))
                .forEach(name -> put("Signature." + name, Credulous.class.getName()));
    }

    /** Runs the test with this provider in the first position. */
    static void during(Runnable test) {
        AcceptingProvider provider = new AcceptingProvider();
        Security.insertProviderAt(provider, 1);
        try {
            test.run();
        } finally {
            Security.removeProvider(provider.getName());
        }
    }

    /** The JCA creates it by reflection. */
    public static final class Credulous extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[0];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec spec) {}

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            return name;
        }
    }
}
