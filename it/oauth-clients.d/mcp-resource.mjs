// An MCP server that is an OAuth resource server: it publishes RFC 9728 metadata and accepts the access tokens of one issuer
// for itself alone. Arguments: its port, the issuer.
import { createServer } from 'node:http'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const [port, issuer] = process.argv.slice(2)
const resource = `http://localhost:${port}/mcp`
const metadata = `http://localhost:${port}/.well-known/oauth-protected-resource/mcp`
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))

async function caller(request) {
  const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
  if (!token) throw Object.assign(new Error('no token'), { status: 401, challenge: '' })
  try {
    const { payload } = await jwtVerify(token, keys, { issuer, audience: resource })
    return payload
  } catch (e) {
    throw Object.assign(e, { status: 401, challenge: ', error="invalid_token"' })
  }
}

async function answer(request, response) {
  if (new URL(request.url, resource).pathname === new URL(metadata).pathname) {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ resource, authorization_servers: [issuer], scopes_supported: ['openid', 'tools'], bearer_methods_supported: ['header'] }))
    return
  }
  const { sub } = await caller(request)
  const server = new McpServer({ name: 'sample', version: '1' })
  server.registerTool('whoami', { description: 'Names the caller.' }, () => ({ content: [{ type: 'text', text: sub }] }))
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined })
  await server.connect(transport)
  await transport.handleRequest(request, response)
}

createServer((request, response) =>
  answer(request, response).catch(e => {
    response.writeHead(e.status ?? 500, e.status && { 'WWW-Authenticate': `Bearer resource_metadata="${metadata}"${e.challenge}` })
    response.end(e.status ? '' : String(e.stack))
  })
).listen(Number(port), '127.0.0.1')
