/** Names that the contract fixes. A test holds them against openapi.yaml, so that the page need not load it. */

export const TYPES = ['access', 'id', 'refresh', 'generic'];
export const HMAC = ['HS256', 'HS384', 'HS512'];
export const SIGNATURES = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
export const ENCODINGS = ['utf8', 'base64url', 'base64', 'hex'];
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];

/** Claims that are members of POST /tokens by their own name; those that are lists there. */
export const CLAIM_MEMBERS = ['client_id', 'tenant', 'roles', 'permissions', 'groups'];
export const LIST_MEMBERS = ['roles', 'permissions', 'groups'];

/** Claims that are members of POST /tokens by another name. */
export const RENAMED = {
  iss: 'issuer', sub: 'subject', aud: 'audience', exp: 'expires_at', nbf: 'not_before', iat: 'issued_at',
};

/** What the claims editor offers, with the type that a value usually has. The service explains each. */
export const KNOWN_CLAIMS = {
  client_id: 'text', tenant: 'text', roles: 'list', permissions: 'list', groups: 'list', jti: 'text',
  name: 'text', given_name: 'text', family_name: 'text', preferred_username: 'text', email: 'text', email_verified: 'boolean',
  phone_number: 'text', locale: 'text', zoneinfo: 'text', picture: 'text', updated_at: 'number',
  nonce: 'text', auth_time: 'number', acr: 'text', amr: 'list', azp: 'text', sid: 'text',
  entitlements: 'list', authorization_details: 'json', act: 'json', cnf: 'json', address: 'json',
  scp: 'text', tid: 'text', oid: 'text', upn: 'text', org_id: 'text', realm_access: 'json', token_use: 'text',
};

export const KNOWN_HEADERS = { typ: 'text', kid: 'text', cty: 'text', jku: 'text', x5u: 'text', x5t: 'text', 'x5t#S256': 'text', jwk: 'json' };

/** When an algorithm is the right one, by its family. */
const WHEN = {
  HS: 'One secret signs and verifies: only for a service that does both itself.',
  RS: 'The most compatible. Signatures are long: 256 bytes and more.',
  PS: 'RSA with the newer padding, as FAPI requires. As long as RS.',
  ES: 'A first choice: small keys, 64-byte signatures, known to nearly every library.',
  Ed: 'A first choice where all verifiers know it: small, fast, and deterministic.',
};

export function whenToUse(algorithm) {
  return WHEN[algorithm.slice(0, 2)] ?? '';
}
