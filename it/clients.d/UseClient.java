package client;

import client.api.KeysApi;
import client.api.TokensApi;
import client.model.MintRequest;
import client.model.MintResponse;
import client.model.RevokeRequest;
import client.model.VerifyRequest;
import client.model.VerifyResponse;

/** Mints, verifies and revokes a token with the generated client, and reads the key set. Usage: UseClient URL. */
final class UseClient {
    private UseClient() {}

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        TokensApi tokens = new TokensApi(client);
        MintResponse minted = tokens.mintToken(new MintRequest().subject("alice").scope(null));
        check("alice".equals(String.valueOf(minted.getClaims().get("sub"))), "the minted token has the subject");
        VerifyResponse valid = tokens.verifyToken(new VerifyRequest().token(minted.getToken()));
        check(valid.getValid(), "the minted token is valid");
        tokens.revokeTokens(new RevokeRequest().token(minted.getToken()));
        VerifyResponse revoked = tokens.verifyToken(new VerifyRequest().token(minted.getToken()));
        check(!revoked.getValid(), "the revoked token is not valid");
        check(!new KeysApi(client).getJwks(null).getKeys().isEmpty(), "the key set has keys");
        System.out.println("clients: the Java client mints, verifies, revokes and reads the key set");
    }

    private static void check(boolean isTrue, String what) {
        if (!isTrue) {
            throw new IllegalStateException("Expected: " + what);
        }
    }
}
