// Attacks one gateway: node gateways.mjs NAME GATEWAY MINTMARK
import http from "node:http"

const [name, gateway, mintmark] = process.argv.slice(2)
let checks = 0
const failures = []

function expect(holds, what) {
  checks++
  if (!holds) failures.push(what)
}

async function mint(request) {
  const answer = await fetch(`${mintmark}/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/jwt" },
    body: JSON.stringify(request),
  })
  if (!answer.ok) throw new Error(`minting: ${answer.status} ${await answer.text()}`)
  return answer.text()
}

// A raw request, because fetch merges and normalises headers.
function send(headers, { path = "/orders", method = "GET", body = "" } = {}) {
  return new Promise((resolve, reject) => {
    const url = new URL(gateway)
    const request = http.request({ host: url.hostname, port: url.port, path, method, agent: false })
    for (const [field, value] of headers) {
      request.setHeader(field, [...[].concat(request.getHeader(field) ?? []), value])
    }
    request.on("response", response => {
      let text = ""
      response.setEncoding("utf8").on("data", chunk => (text += chunk)).on("end", () => {
        const arrived = response.statusCode === 200 ? JSON.parse(text) : {}
        resolve({ status: response.statusCode, challenge: response.headers["www-authenticate"] ?? "", arrived })
      })
    })
    // A server may close the connection while it refuses a large head.
    request.on("error", error => (error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve({ status: 0, challenge: "", arrived: {} }) : reject(error)))
    request.end(body)
  })
}

const base = { subject: "alice", client_id: "web", scope: "orders:read orders:list", algorithm: "RS256", advise: false }
const good = await mint(base)
const bearer = token => ["Authorization", `Bearer ${token}`]

const fields = ["Subject", "Client", "Scope", "Roles", "Permissions", "Groups", "Email", "Issuer", "Claims"]
const spoofed = fields.map(field => [`X-Auth-${field}`, "evil"])
for (const headers of [spoofed, spoofed.map(([field, value]) => [field.toLowerCase(), value]), [...spoofed, ...spoofed]]) {
  const { status, arrived } = await send([bearer(good), ...headers])
  expect(status === 200, `a good token: ${status}`)
  expect(arrived["x-auth-subject"] === "alice", `the subject is ${arrived["x-auth-subject"]}`)
  expect(arrived["x-auth-scope"] === "orders:read orders:list", `the scope is ${arrived["x-auth-scope"]}`)
  expect(!JSON.stringify(arrived).includes("evil"), `a spoofed field arrived: ${JSON.stringify(arrived)}`)
}
for (const method of ["POST", "PUT", "DELETE"]) {
  const { status, arrived } = await send([bearer(good), ["Origin", "http://evil.example"]], { method, body: "x=1" })
  expect(status === 200 && arrived["x-auth-subject"] === "alice", `${method}: ${status}`)
}
for (const [what, headers] of [["no token", []], ["Basic", [["Authorization", "Basic YTpi"]]]]) {
  const { status, challenge } = await send([...headers, ...spoofed])
  expect(status === 401 && challenge.startsWith("Bearer"), `${what}: ${status} ${challenge}`)
}
const lower = await send([["Authorization", `bearer ${good}`]])
expect(lower.status === 200, `a scheme in lower case: ${lower.status}`)

const [head, payload, signature] = good.split(".")
const encode = value => Buffer.from(value).toString("base64url")
const decoded = Buffer.from(payload, "base64url").toString()
const malformed = [
  "", "x", "a.b.c", "..", ".", `${head}.${payload}`, `${head}.${payload}.`, `.${payload}.${signature}`, `${head}..${signature}`,
  `${good}x`, good.slice(1), good.slice(0, -5), `${head}.${payload}.${signature}.${signature}`, `${good} ${good}`,
  `${encode('{"alg":"none"}')}.${payload}.`, `${encode('{"alg":"HS256"}')}.${payload}.${signature}`,
  `${head}.${encode(decoded.replace("alice", "admin"))}.${signature}`, `${head}.${encode("[]")}.${signature}`,
  `${head}.${payload}.${"A".repeat(342)}`, "null", "%00", "é".repeat(3), `"${good}"`, `${"A".repeat(4000)}.${payload}.${signature}`,
]
for (const token of malformed) {
  const { status, challenge } = await send([["Authorization", Buffer.from(`Bearer ${token}`).toString("latin1")]])
  expect(status === 401 && challenge.startsWith("Bearer"), `malformed ${token.slice(0, 40)}: ${status} ${challenge}`)
}
const claims = { ...base, issued_at: "-2h", expires_at: "-1h" }
for (const [what, request] of [
  ["expired", claims],
  ["another issuer", { ...base, issuer: "http://localhost:8080/issuers/other" }],
  // Mintmark accepts what it signs itself; HAProxy has one RSA key.
  ...(name === "haproxy" ? [["an HMAC", { ...base, algorithm: "HS256" }]] : []),
  ["an ID token", { type: "id", subject: "alice", audience: "web", algorithm: "RS256", claims: { nonce: "n", at_hash: "x" } }],
]) {
  const { status } = await send([bearer(await mint({ ...request, advise: false }))])
  expect(status === 401, `${what}: ${status}`)
}
const without = await send([bearer(await mint({ ...base, scope: "orders:reader" }))])
expect(without.status === 403, `another scope: ${without.status}`)
const two = await send([bearer(good), bearer(await mint({ ...base, subject: "bob" }))])
expect(two.status !== 200, `two Authorization headers: ${two.status}`)
const large = await send([bearer("x".repeat(70_000)), ...spoofed])
expect(large.status !== 200 && JSON.stringify(large.arrived) === "{}", `70 KB: ${large.status}`)
for (const path of ["/../../keys/jwks", "/forward-auth", "/%2e%2e/%2e%2e/keys/jwks", "/x/../../../keys/jwks"]) {
  const { status } = await send(spoofed, { path })
  expect(status !== 200, `${path} without a token: ${status}`)
}
if (name !== "haproxy") {
  const jti = await mint(base)
  await fetch(`${mintmark}/tokens/revoke`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token: jti }),
  })
  expect((await send([bearer(jti)])).status === 401, "a revoked token")
  const odd = await send([bearer(await mint({ ...base, subject: "Zoë\r\nX-Auth-Roles: admin" }))])
  expect(odd.arrived["x-auth-subject"] === "Zo%C3%AB%0D%0AX-Auth-Roles:%20admin", "a subject with line breaks")
  expect(!odd.arrived["x-auth-roles"], "no role is injected")
}
failures.forEach(failure => console.log(`gateways: FAILED ${name}: ${failure}`))
console.log(`gateways: ${name}: ${checks - failures.length} of ${checks} checks passed`)
process.exitCode = failures.length === 0 ? 0 : 1
