// Mints, verifies and revokes a token with the generated types, and reads the key set. Usage: node use-client.js URL
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

declare const process: { argv: string[] };

function check(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`Expected: ${what}`);
}

const client = createClient<paths>({ baseUrl: process.argv[2] });
const minted = await client.POST('/tokens', { body: { subject: 'alice', audience: ['a', 'b'], expires_in: '15m' } });
// The same operation answers the bare token, a string, to a client that accepts nothing else.
if (minted.data === undefined || typeof minted.data === 'string') throw new Error('Expected: the answer is JSON');
check(minted.data.algorithm === 'RS256', 'the token is signed with RS256');
const token = minted.data.token;
const valid = await client.POST('/tokens/verify', { body: { token, expect: { subject: 'alice', leeway: 0 } } });
check(valid.data?.valid === true, 'the minted token is valid');
await client.POST('/tokens/revoke', { body: { token } });
const revoked = await client.POST('/tokens/verify', { body: { token } });
check(revoked.data?.valid === false, 'the revoked token is not valid');
const jwks = await client.GET('/keys/jwks', {});
check((jwks.data?.keys.length ?? 0) > 0, 'the key set has keys');
console.log('clients: the TypeScript client mints, verifies, revokes and reads the key set');
