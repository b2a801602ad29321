import {createServer} from 'node:http';
import {createRemoteJWKSet, jwtVerify} from 'jose';

const mintmark = process.env.MINTMARK_URL ?? 'http://localhost:8080';
// For the list of what jose alone accepts; see docs/resource-servers.md.
const isStock = process.env.ACCESS_TOKEN_RULES === 'off';
const jwks = createRemoteJWKSet(new URL(`${mintmark}/keys/jwks`));

/** The claims of the token in the request; throws without a valid token. */
async function caller(request) {
  const token = request.headers.authorization?.match(/^Bearer +(\S+)$/i)?.[1];
  if (!token) throw new Error('no token');
  const {payload, protectedHeader} = await jwtVerify(token, jwks, {
    issuer: 'http://localhost:8080',
    audience: 'https://orders.example',
    algorithms: ['RS256', 'ES256'],
    requiredClaims: ['exp', 'sub'],
  });
  if (!isStock) checkRules(payload, protectedHeader);
  return payload;
}

/** Refuses a token of another kind, and one bound to a key that a Bearer request does not prove. */
function checkRules(payload, {typ}) {
  if (!/^(jwt|(application\/)?at\+jwt)$/i.test(typ ?? '')) throw new Error('another kind of token');
  if (payload.cnf !== undefined) throw new Error('bound to a key');
}

const server = createServer(async (request, response) => {
  try {
    const {sub} = await caller(request);
    response.end(`orders of ${sub}`);
  } catch {
    response.writeHead(401, {'WWW-Authenticate': 'Bearer error="invalid_token"'}).end();
  }
});
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`Listening on: http://127.0.0.1:${server.address().port}`);
});
