import {createServer} from 'node:http';
import {createRemoteJWKSet, jwtVerify} from 'jose';

const mintmark = process.env.MINTMARK_URL ?? 'http://localhost:8080';
const jwks = createRemoteJWKSet(new URL(`${mintmark}/keys/jwks`));

/** The claims of the token in the request; throws without a valid token. */
async function caller(request) {
  const token = request.headers.authorization?.match(/^Bearer +(\S+)$/i)?.[1];
  if (!token) throw new Error('no token');
  const {payload} = await jwtVerify(token, jwks, {
    issuer: 'http://localhost:8080',
    audience: 'https://orders.example',
    algorithms: ['RS256', 'ES256'],
    requiredClaims: ['exp', 'sub'],
  });
  return payload;
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
