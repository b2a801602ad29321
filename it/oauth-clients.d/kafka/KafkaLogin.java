import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.BrokerJwtValidator;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;

/**
 * OAUTHBEARER of Kafka without a broker: the callback handler of a client gets a token, that of a broker validates it. Arguments:
 * the issuer, the client and its secret.
 */
class KafkaLogin {
    private static final String MECHANISM = OAuthBearerLoginModule.OAUTHBEARER_MECHANISM;

    /** Threads of Kafka that fetch keys outlive the handlers, so that the program says when it ends. */
    public static void main(String[] arguments) {
        try {
            run(arguments);
            System.exit(0);
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws Exception {
        String issuer = arguments[0];
        Map<String, String> options =
                Map.of("clientId", arguments[1], "clientSecret", arguments[2], "scope", "orders:read");
        String token = login(issuer, options);

        OAuthBearerToken read = validate(issuer, issuer, arguments[1], token).token();
        demand(read != null && read.principalName().equals(arguments[1]), "the broker does not take the token");
        demand(read.scope().contains("orders:read"), "the scope is lost");
        demand(read.lifetimeMs() > System.currentTimeMillis(), "the token has expired");

        demand(validate(issuer, issuer, "another", token).errorStatus() != null, "another audience is accepted");
        demand(validate(issuer, issuer + "x", arguments[1], token).errorStatus() != null, "another issuer is accepted");
        String tampered = token.substring(0, token.length() - 8) + "AAAAAAAA";
        demand(validate(issuer, issuer, arguments[1], tampered).errorStatus() != null, "a bad signature is accepted");
        System.out.println("a token for " + read.principalName() + " is fetched and validated");
    }

    private static String login(String issuer, Map<String, String> options) throws Exception {
        OAuthBearerTokenCallback callback = new OAuthBearerTokenCallback();
        Map<String, Object> settings = Map.of(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, issuer + "/token");
        try (Handler handler = new Handler(new OAuthBearerLoginCallbackHandler(), settings, options)) {
            handler.handle(callback);
        }
        demand(callback.token() != null, "no token: " + callback.errorCode() + " " + callback.errorDescription());
        return callback.token().value();
    }

    private static OAuthBearerValidatorCallback validate(String issuer, String expected, String audience, String token)
            throws Exception {
        OAuthBearerValidatorCallback callback = new OAuthBearerValidatorCallback(token);
        // Kafka's default validator verifies no signature.
        Map<String, Object> settings = Map.of(
                SaslConfigs.SASL_OAUTHBEARER_JWT_VALIDATOR_CLASS, BrokerJwtValidator.class.getName(),
                SaslConfigs.SASL_OAUTHBEARER_JWKS_ENDPOINT_URL, issuer + "/jwks",
                SaslConfigs.SASL_OAUTHBEARER_EXPECTED_ISSUER, expected,
                SaslConfigs.SASL_OAUTHBEARER_EXPECTED_AUDIENCE, audience);
        try (Handler handler = new Handler(new OAuthBearerValidatorCallbackHandler(), settings, Map.of())) {
            handler.handle(callback);
        }
        return callback;
    }

    /** A callback handler, configured as a client or a broker does it. */
    private record Handler(AuthenticateCallbackHandler handler) implements AutoCloseable {
        Handler(AuthenticateCallbackHandler handler, Map<String, Object> settings, Map<String, String> options) {
            this(handler);
            ConfigDef known = new ConfigDef();
            SaslConfigs.addClientSaslSupport(known);
            AppConfigurationEntry entry = new AppConfigurationEntry(
                    OAuthBearerLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options);
            handler.configure(new HashMap<>(known.parse(settings)), MECHANISM, List.of(entry));
        }

        void handle(Callback... callbacks) throws Exception {
            handler.handle(Arrays.copyOf(callbacks, callbacks.length));
        }

        @Override
        public void close() {
            handler.close();
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
