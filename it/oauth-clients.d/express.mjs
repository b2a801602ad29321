// Web applications of express-openid-connect and Auth.js sign users in: node express.mjs ISSUER
import express from "express"
import openid from "express-openid-connect"
import { ExpressAuth, getSession } from "@auth/express"

const issuer = process.argv[2]
// 32 bytes that only this run knows seal the sessions of the applications.
const secret = crypto.randomUUID() + crypto.randomUUID()

function assert(holds, what) {
  if (!holds) throw new Error(what)
}

function listen(app) {
  return new Promise(resolve => {
    const server = app.listen(0, "localhost", () => resolve(server))
  })
}

// A browser: it keeps cookies by origin and follows redirects by itself.
class Browser {
  cookies = new Map()

  async send(url, init = {}) {
    for (let hop = 0; hop < 10; hop++) {
      const { origin } = new URL(url)
      const jar = this.cookies.get(origin) ?? new Map()
      this.cookies.set(origin, jar)
      const cookie = [...jar].map(pair => pair.join("=")).join("; ")
      const answer = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, ...(cookie && { cookie }) } })
      for (const field of answer.headers.getSetCookie()) {
        const [name, ...value] = field.split(";")[0].split("=")
        jar.set(name, value.join("="))
      }
      if (answer.status < 300 || answer.status > 399) return answer
      url = new URL(answer.headers.get("location"), url).href
      init = {}
    }
    throw new Error("too many redirects")
  }
}

async function expressOpenidConnect() {
  const app = express()
  const server = await listen(app)
  const baseURL = `http://localhost:${server.address().port}`
  app.use(openid.auth({
    issuerBaseURL: issuer,
    baseURL,
    clientID: "express",
    clientSecret: "any",
    secret,
    idpLogout: true,
    authorizationParams: { response_type: "code", scope: "openid profile email", login_hint: "alice" },
  }))
  app.get("/me", async (request, response) => {
    response.json({ ...request.oidc.user, info: await request.oidc.fetchUserInfo() })
  })
  const browser = new Browser()
  const me = await (await browser.send(`${baseURL}/me`)).json()
  assert(me.sub === "alice" && me.info.sub === "alice" && me.info.email, `alice is ${JSON.stringify(me)}`)
  const out = await browser.send(`${baseURL}/logout`)
  assert(out.status === 200 || out.status === 404, `logout: ${out.status}`)
  server.close()
}

async function authJs() {
  const app = express()
  app.set("trust proxy", true)
  const config = {
    secret,
    trustHost: true,
    basePath: "/auth",
    providers: [{
      id: "mintmark",
      name: "Mintmark",
      type: "oidc",
      issuer,
      clientId: "authjs",
      clientSecret: "any",
      authorization: { params: { scope: "openid profile email", login_hint: "bob" } },
    }],
  }
  app.use("/auth", ExpressAuth(config))
  app.get("/me", async (request, response) => response.json(await getSession(request, config)))
  const server = await listen(app)
  const baseURL = `http://localhost:${server.address().port}`
  const browser = new Browser()
  const { csrfToken } = await (await browser.send(`${baseURL}/auth/csrf`)).json()
  const answer = await browser.send(`${baseURL}/auth/signin/mintmark`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, callbackUrl: `${baseURL}/me` }).toString(),
  })
  const session = await answer.json()
  assert(session?.user?.email?.startsWith("bob"), `bob is ${JSON.stringify(session)}`)
  server.close()
}

await expressOpenidConnect()
await authJs()
