// Signs in with openid-client, which knows nothing of Mintmark but the issuer URL.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as client from 'openid-client'
import { importJWK } from 'jose'

const [base, inner] = process.argv.slice(2)
const here = dirname(fileURLToPath(import.meta.url))
const redirect_uri = 'http://localhost:3000/cb'
const insecure = { execute: [client.allowInsecureRequests] }
let passed = 0

async function test(name, run) {
  try {
    await run()
    passed++
  } catch (e) {
    console.log(`FAILED ${name}: ${e.stack}`)
    process.exitCode = 1
  }
}

async function request(config, parameters) {
  const verifier = client.randomPKCECodeVerifier()
  const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce() }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    ...parameters
  })
  return { url, checks }
}

const unescape = text => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
const field = (html, name) => unescape(html.match(new RegExp(`name="${name}" value="([^"]*)"`))[1])

async function byHint(config, parameters = {}) {
  const { url, checks } = await request(config, { login_hint: 'alice', ...parameters })
  const response = await fetch(url, { redirect: 'manual' })
  return { current: new URL(response.headers.get('location')), checks }
}

async function byPage(config) {
  const { url, checks } = await request(config, {})
  const page = await (await fetch(url)).text()
  assert.match(page, /id="user-bob"/)
  const response = await fetch(new URL('login', url), {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: 'null' },
    body: new URLSearchParams({ request: field(page, 'request'), user: 'bob' })
  })
  return { current: new URL(response.headers.get('location')), checks }
}

async function whole(config, login, sub) {
  const { current, checks } = await login(config)
  const tokens = await client.authorizationCodeGrant(config, current, checks)
  assert.equal(tokens.claims().sub, sub)
  const info = await client.fetchUserInfo(config, tokens.access_token, sub)
  assert.equal(info.email, `${sub}@example.com`)
  const next = await client.refreshTokenGrant(config, tokens.refresh_token)
  assert.equal(next.claims().auth_time, tokens.claims().auth_time)
  assert.equal((await client.tokenIntrospection(config, next.access_token)).active, true)
  const end = client.buildEndSessionUrl(config, { id_token_hint: next.id_token, post_logout_redirect_uri: 'http://localhost:3000/' })
  const out = await fetch(end, { redirect: 'manual' })
  assert.equal(out.headers.get('location'), 'http://localhost:3000/')
  assert.equal((await client.tokenIntrospection(config, next.access_token)).active, false)
  await assert.rejects(client.refreshTokenGrant(config, next.refresh_token), { error: 'invalid_grant' })
}

for (const path of ['', '/issuers/acme', '/issuers/tenant/v2.0']) {
  const issuer = new URL(base + path)
  const config = await client.discovery(issuer, 'web', 'secret', undefined, insecure)
  await test(`${path}: login by hint`, () => whole(config, byHint, 'alice'))
  await test(`${path}: login by page`, () => whole(config, byPage, 'bob'))
}

const acme = new URL(`${base}/issuers/acme`)
await test('RFC 8414 discovery, basic authentication', async () => {
  const config = await client.discovery(acme, 'we b', 's:e+c%', client.ClientSecretBasic('s:e+c%'), { ...insecure, algorithm: 'oauth2' })
  const tokens = await client.clientCredentialsGrant(config, { scope: 'orders:read' })
  assert.equal(tokens.scope, 'orders:read')
})
await test('a public client', async () => {
  const config = await client.discovery(acme, 'spa', undefined, client.None(), insecure)
  const { current, checks } = await byHint(config)
  assert.equal((await client.authorizationCodeGrant(config, current, checks)).claims().aud, 'spa')
})
await test('private_key_jwt', async () => {
  const key = await importJWK(JSON.parse(readFileSync(join(here, 'client.json'))), 'ES256')
  const config = await client.discovery(acme, 'signed', undefined, client.PrivateKeyJwt({ key, kid: '1' }), insecure)
  assert.ok((await client.clientCredentialsGrant(config)).access_token)
  const { current, checks } = await byHint(config)
  assert.equal((await client.authorizationCodeGrant(config, current, checks)).claims().sub, 'alice')
})
await test('form_post', async () => {
  const config = await client.discovery(acme, 'web', 'secret', undefined, insecure)
  const { url, checks } = await request(config, { login_hint: 'carol', response_mode: 'form_post' })
  const page = await (await fetch(url)).text()
  const body = new URLSearchParams(['code', 'state', 'iss'].map(name => [name, field(page, name)]))
  const post = new Request(redirect_uri, { method: 'POST', body })
  assert.equal((await client.authorizationCodeGrant(config, post, checks)).claims().sub, 'carol')
})
await test('a replayed code', async () => {
  const config = await client.discovery(acme, 'web', 'secret', undefined, insecure)
  const { current, checks } = await byHint(config)
  const tokens = await client.authorizationCodeGrant(config, current, checks)
  await assert.rejects(client.authorizationCodeGrant(config, current, checks), { error: 'invalid_grant' })
  assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, false)
})
await test('an error comes back with state and iss', async () => {
  const config = await client.discovery(acme, 'web', 'secret', undefined, insecure)
  const { current, checks } = await byHint(config, { prompt: 'none', login_hint: 'mallory' })
  await assert.rejects(client.authorizationCodeGrant(config, current, checks), { error: 'login_required' })
})
await test('two names', async () => {
  const document = await (await fetch(`${inner}/issuers/acme/.well-known/openid-configuration`)).json()
  assert.equal(document.issuer, acme.href)
  assert.ok(document.token_endpoint.startsWith(inner))
  assert.ok(document.jwks_uri.startsWith(inner))
  assert.ok(document.authorization_endpoint.startsWith(base))
})

console.log(`oauth-clients: ${passed} passed${process.exitCode ? ', some failed' : ''}`)
