// The example of docs/oauth.md with Playwright: two users in two browser contexts, without a form. Arguments: the issuer, the
// browser, the function signIn as the documentation has it.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [issuer, executablePath, example] = process.argv.slice(2)

// The application: it sends the browser to the login and shows who came back.
const application = createServer(async (request, response) => {
  const url = new URL(request.url, base)
  if (url.pathname === '/login') {
    const query = new URLSearchParams({ response_type: 'code', client_id: 'web', redirect_uri: `${base}/cb`, scope: 'openid' })
    response.writeHead(303, { Location: `${issuer}/authorize?${query}` }).end()
    return
  }
  const tokens = await (await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 'web', redirect_uri: `${base}/cb`, code: url.searchParams.get('code') })
  })).json()
  const info = await fetch(`${issuer}/userinfo`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })
  response.setHeader('Content-Type', 'text/plain')
  response.end(await info.text())
}).listen(0, '127.0.0.1')
await new Promise(done => application.once('listening', done))
const base = `http://localhost:${application.address().port}`

const signIn = new Function('issuer', `${readFileSync(example, 'utf8')}; return signIn`)(issuer)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const pages = await Promise.all(['zoe', 'max'].map(async sub =>
    [sub, await signIn(await browser.newContext(), { claims: { sub, email: `${sub}@plan.example` } })]))
  for (const [sub, page] of pages) {
    await page.goto(`${base}/login`)
    const claims = JSON.parse(await page.textContent('body'))
    assert.equal(claims.sub, sub)
  }
  console.log('two users signed in by tickets')
} finally {
  await browser.close()
  application.close()
}
