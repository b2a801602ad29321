// Tests what the snippets of the page accept and reject. Usage: node snippets.mjs URL FOLDER [NGINX-PORT UPSTREAM-PORT]
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import http from 'node:http';

const [service, folder, gate, upstream] = process.argv.slice(2);
const good = { algorithm: 'ES256', audience: 'https://orders.example', subject: 'ada' };

async function mint(spec) {
  const response = await fetch(`${service}/tokens`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(spec),
  });
  return (await response.json()).token;
}

const token = await mint(good);
const [header, payload, signature] = token.split('.');
const otherPayload = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url')), sub: 'eve' })).toString('base64url');
const bad = {
  expired: await mint({ ...good, issued_at: '-2h', expires_in: '15m' }),
  'for another audience': await mint({ ...good, audience: 'https://billing.example' }),
  'of another issuer': await mint({ ...good, issuer: 'https://evil.example' }),
  'of another algorithm': await mint({ ...good, algorithm: 'RS256' }),
  'with a changed payload': [header, otherPayload, signature].join('.'),
  unsigned: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
  nothing: 'nothing',
};

const minted = execFileSync('sh', ['-c', `. ./mint.sh && printf %s "$TOKEN"`], { cwd: folder, encoding: 'utf8' });
assert.match(minted, /^[\w-]+\.[\w-]+\.[\w-]+$/, 'the curl snippet mints a token');
console.log('snippets: curl ok');

if (existsSync(`${folder}/node_modules/jose`)) {
  const { verify } = await import(`${folder}/node-jose.mjs`);
  assert.equal((await verify(`Bearer ${token}`)).sub, 'ada');
  assert.ok(await verify(`Bearer ${minted}`));
  for (const [name, one] of Object.entries(bad)) {
    await assert.rejects(verify(`Bearer ${one}`), undefined, `jose refuses a token ${name}`);
  }
  await assert.rejects(verify(undefined));
  console.log('snippets: jose ok');
}

if (process.env.PYTHON) {
  const program = 'import sys, python_pyjwt; print(python_pyjwt.verify(sys.argv[1])["sub"])';
  const judge = (one) => execFileSync(process.env.PYTHON, ['-c', program, one], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  assert.equal(judge(token), 'ada');
  for (const [name, one] of Object.entries(bad)) {
    assert.throws(() => judge(one), undefined, `PyJWT refuses a token ${name}`);
  }
  console.log('snippets: PyJWT ok');
}

if (gate) {
  const inside = http.createServer((request, response) => response.end('inside')).listen(Number(upstream), '127.0.0.1');
  const knock = async (one) => fetch(`http://127.0.0.1:${gate}/`, one ? { headers: { Authorization: `Bearer ${one}` } } : {});
  for (let i = 0; i < 100; i++) {
    if (await knock().then(() => true, () => false)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const answer = await knock(token);
  assert.equal(answer.status, 200, 'nginx lets a good token in');
  assert.equal(await answer.text(), 'inside');
  for (const [name, one] of Object.entries({ ...bad, 'that is not there': '' })) {
    assert.equal((await knock(one)).status, 401, `nginx refuses a token ${name}`);
  }
  inside.close();
  inside.closeAllConnections();
  console.log('snippets: nginx ok');
}
