// The MCP SDK knows the URL of an MCP server and nothing else: it finds the issuer by RFC 9728 and RFC 8414, registers itself,
// signs in with PKCE and resource, and refreshes. Argument: the URL of mcp-resource.mjs.
import assert from 'node:assert/strict'
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { decodeJwt } from 'jose'

const [resource] = process.argv.slice(2)
const redirect = 'http://localhost:3000/callback'

/** What a client keeps of one registration and login. */
function provider(method) {
  const kept = { redirects: 0 }
  return {
    kept,
    redirectUrl: redirect,
    clientMetadata: {
      client_name: 'MCP client',
      redirect_uris: [redirect],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: method
    },
    clientInformation: () => kept.client,
    saveClientInformation: client => { kept.client = client },
    tokens: () => kept.tokens,
    saveTokens: tokens => { kept.tokens = tokens },
    saveCodeVerifier: verifier => { kept.verifier = verifier },
    codeVerifier: () => kept.verifier,
    redirectToAuthorization: url => {
      kept.redirects++
      kept.url = url
    }
  }
}

async function run(method) {
  const authProvider = provider(method)
  const { kept } = authProvider
  const connect = async () => {
    const client = new Client({ name: 'test', version: '1' })
    const transport = new StreamableHTTPClientTransport(new URL(resource), { authProvider })
    try {
      await client.connect(transport)
      return { client }
    } catch (e) {
      if (!(e instanceof UnauthorizedError)) throw e
      return { transport }
    }
  }
  const { transport } = await connect()
  assert.ok(transport, 'the first connection must ask for a login')
  assert.ok(kept.client.client_id, 'the client must have registered itself')
  assert.equal(Boolean(kept.client.client_secret), method !== 'none')
  assert.equal(kept.url.searchParams.get('code_challenge_method'), 'S256')
  assert.equal(kept.url.searchParams.get('resource'), resource)
  kept.url.searchParams.set('login_hint', 'bob')
  const answer = await fetch(kept.url, { redirect: 'manual' })
  const location = new URL(answer.headers.get('location'))
  assert.equal(location.origin + location.pathname, redirect)
  await transport.finishAuth(location.searchParams.get('code'))
  assert.equal(decodeJwt(kept.tokens.access_token).aud, resource)

  const { client } = await connect()
  const whoami = async () => (await client.callTool({ name: 'whoami', arguments: {} })).content[0].text
  assert.equal(await whoami(), 'bob')

  const before = kept.tokens
  kept.tokens = { ...before, access_token: 'no longer valid' }
  assert.equal(await whoami(), 'bob')
  assert.equal(kept.redirects, 1, 'a refresh needs no login')
  assert.notEqual(kept.tokens.refresh_token, before.refresh_token)
  assert.equal(decodeJwt(kept.tokens.access_token).aud, resource)
  await client.close()
}

for (const method of ['none', 'client_secret_basic', 'client_secret_post']) {
  await run(method)
  console.log(`${method}: registered, signed in, called a tool, refreshed`)
}
