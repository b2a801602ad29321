// Tests a running service against an independent library in another language, in both directions, for every algorithm.
// Usage: node interop.mjs http://localhost:8080, with the npm package jose beside it.
import * as jose from 'jose';

const service = process.argv[2];
const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const symmetric = ['HS256', 'HS384', 'HS512'];
const audience = 'https://orders.example';
let passed = 0;
let failed = 0;

async function post(path, body) {
  const response = await fetch(service + path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function check(name, action) {
  try {
    await action();
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error}`);
  }
}

function demand(condition, message) {
  if (!condition) throw new Error(message);
}

const sign = (alg, key, kid) => new jose.SignJWT({plan: 'gold'})
  .setProtectedHeader({alg, ...(kid && {kid})})
  .setAudience(audience).setIssuedAt().setExpirationTime('5m').sign(key);

const jwks = jose.createRemoteJWKSet(new URL(`${service}/keys/jwks`));
for (const alg of asymmetric) {
  await check(`${alg}: jose verifies what is minted, by the JWKS`, async () => {
    const {token} = await post('/tokens', {algorithm: alg, audience});
    // The JWKS says EdDSA, and jose compares alg exactly: for Ed25519 the key is selected by its id.
    const {kid} = jose.decodeProtectedHeader(token);
    const {alg: ignored, ...jwk} = await (await fetch(`${service}/keys/${kid}`)).json();
    await jose.jwtVerify(token, alg === 'Ed25519' ? await jose.importJWK(jwk, alg) : jwks, {audience, algorithms: [alg]});
  });
  const generated = await post('/keys/generate', {algorithm: alg});
  const ours = await jose.importPKCS8(generated.private_pem, alg);
  await check(`${alg}: a token by jose with a generated key verifies, by JWKS and by PEM`, async () => {
    const token = await sign(alg, ours, generated.key_id);
    demand((await post('/tokens/verify', {token, jwks: {keys: [generated.public_jwk]}, expect: {audience}})).valid, 'JWKS');
    demand((await post('/tokens/verify', {token, key: generated.public_pem, expect: {audience}})).valid, 'PEM');
  });
  await check(`${alg}: a token minted with a PEM of ours verifies at jose`, async () => {
    const {token} = await post('/tokens', {algorithm: alg, key: generated.private_pem, audience});
    await jose.jwtVerify(token, await jose.importSPKI(generated.public_pem, alg), {audience, algorithms: [alg]});
  });
  await check(`${alg}: a token minted with a JWK of jose's verifies at jose`, async () => {
    const theirs = await jose.generateKeyPair(alg, {extractable: true});
    const {token} = await post('/tokens', {algorithm: alg, key: await jose.exportJWK(theirs.privateKey), audience});
    await jose.jwtVerify(token, theirs.publicKey, {audience, algorithms: [alg]});
  });
}
for (const alg of symmetric) {
  const {secret} = await post('/keys/generate', {algorithm: alg});
  const bytes = jose.base64url.decode(secret);
  await check(`${alg}: both ways with one secret`, async () => {
    const token = await sign(alg, bytes);
    const verdict = await post('/tokens/verify', {token, secret, secret_encoding: 'base64url', expect: {audience}});
    demand(verdict.valid, 'verify');
    const minted = await post('/tokens', {algorithm: alg, secret, secret_encoding: 'base64url', audience});
    await jose.jwtVerify(minted.token, bytes, {audience, algorithms: [alg]});
  });
}
console.log(`interop: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 40 ? 0 : 1);
