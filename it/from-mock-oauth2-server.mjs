// Sends the same requests to mock-oauth2-server and to Mintmark and compares members and claims. Arguments: both issuers.
// What differs on purpose is listed in docs/from-mock-oauth2-server.md and expected here.
const [theirs, ours] = process.argv.slice(2);
let passed = 0;
let failed = 0;

function check(what, actual, expected) {
  if (JSON.stringify(actual) === JSON.stringify(expected)) {
    passed++;
    return;
  }
  failed++;
  console.log(`FAILED ${what}: ${JSON.stringify(actual)} and not ${JSON.stringify(expected)}`);
}

const part = (token, index) => JSON.parse(Buffer.from(token.split('.')[index], 'base64url'));
const basic = {Authorization: 'Basic ' + Buffer.from('web:secret').toString('base64')};

async function post(issuer, path, form, headers = {}) {
  const response = await fetch(issuer + path, {method: 'POST', headers, body: new URLSearchParams(form)});
  const text = await response.text();
  return {status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text};
}

// Dates and ids differ by nature, the issuer by its URL.
const OWN = new Set(['iss', 'iat', 'nbf', 'exp', 'jti']);

/** Each claim of their token is in ours, but for those of these names. */
function compareTokens(what, their, our, but = []) {
  const [a, b] = [part(their, 1), part(our, 1)];
  for (const [name, value] of Object.entries(a)) {
    if (!OWN.has(name) && !but.includes(name)) check(`${what}, claim ${name}`, b[name], value);
  }
  if (!but.includes('lifetime')) check(`${what}, lifetime`, b.exp - b.iat, a.exp - a.iat);
  check(`${what}, typ`, part(our, 0).typ, part(their, 0).typ);
  check(`${what}, alg`, part(our, 0).alg, part(their, 0).alg);
  check(`${what}, iss`, [a.iss, b.iss], [theirs, ours]);
}

async function compare(what, form, {headers, but = [], access = []} = {}) {
  const answers = [await post(theirs, '/token', form[0] ?? form, headers), await post(ours, '/token', form[1] ?? form, headers)];
  const [a, b] = answers.map(answer => answer.body);
  check(`${what}, status`, answers.map(answer => answer.status), [200, 200]);
  if (!a.access_token || !b.access_token) return [{}, {}];
  for (const name of Object.keys(a)) {
    if (!['access_token', 'id_token', 'refresh_token', 'expires_in'].includes(name)) check(`${what}, ${name}`, b[name], a[name]);
  }
  check(`${what}, expires_in`, Math.abs(a.expires_in - b.expires_in) <= 2, true);
  check(`${what}, ID token`, 'id_token' in b, 'id_token' in a);
  check(`${what}, refresh token`, 'refresh_token' in b, 'refresh_token' in a || form.grant_type === 'password');
  compareTokens(`${what}, access token`, a.access_token, b.access_token, [...but, ...access]);
  // The aud of an ID token is the client (OpenID Connect Core section 2), whatever the file says.
  if (a.id_token) {
    compareTokens(`${what}, ID token`, a.id_token, b.id_token, [...but, 'aud', ...(what === 'a refresh' ? ['lifetime'] : [])]);
    check(`${what}, aud of the ID token`, part(b.id_token, 1).aud, 'web');
  }
  return [a, b];
}

await compare('a scope', {grant_type: 'client_credentials', scope: 'orders:admin'}, {headers: basic});
await compare('a parameter', {grant_type: 'client_credentials', scope: 'other', tenant: 'acme'}, {headers: basic});
const user = {grant_type: 'password', client_id: 'web', password: 'x', scope: 'openid'};
await compare('a regular expression', {...user, username: 'bob@depot.example'});
await compare('any client', {...user, username: 'zoe'});

const exchange = token => ({
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: token,
  subject_token_type: 'urn:ietf:params:oauth:token-type:access_token', audience: 'https://default.example',
});
const again = await Promise.all([theirs, ours].map(issuer => post(issuer, '/token', {...user, username: 'bob@depot.example'})));
await compare('an exchange', again.map(answer => exchange(answer.body.access_token)), {headers: basic, but: ['nonce', 'groups']});

// The code flow. Their subject is random without a login page; ours is the hint.
async function code(issuer) {
  const query = new URLSearchParams({
    response_type: 'code', client_id: 'web', redirect_uri: 'http://localhost:3000/cb', scope: 'openid email', state: 's1', nonce: 'n1',
    response_mode: 'query', login_hint: 'alice',
  });
  const response = await fetch(`${issuer}/authorize?${query}`, {redirect: 'manual'});
  const target = new URL(response.headers.get('location'));
  check(`the redirect of ${issuer}`, [target.host, target.pathname, target.searchParams.get('state')], ['localhost:3000', '/cb', 's1']);
  return {grant_type: 'authorization_code', client_id: 'web', redirect_uri: 'http://localhost:3000/cb', code: target.searchParams.get('code')};
}
const codes = [await code(theirs), await code(ours)];
const [their, our] = await compare('a code', codes, {but: ['sub'], access: ['nonce']});
const refresh = token => ({grant_type: 'refresh_token', client_id: 'web', refresh_token: token});
await compare('a refresh', [refresh(their.refresh_token), refresh(our.refresh_token)], {but: ['sub'], access: ['nonce']});

// userinfo and introspection of the tokens above.
const bearer = token => ({headers: {Authorization: `Bearer ${token}`}});
const info = await Promise.all([
  fetch(`${theirs}/userinfo`, bearer(again[0].body.access_token)).then(response => response.json()),
  fetch(`${ours}/userinfo`, bearer(again[1].body.access_token)).then(response => response.json()),
]);
for (const name of ['sub', 'groups']) check(`userinfo, ${name}`, info[1][name], info[0][name]);
const seen = [
  await post(theirs, '/introspect', {token: again[0].body.access_token}, basic),
  await post(ours, '/introspect', {token: again[1].body.access_token}, basic),
].map(answer => answer.body);
for (const name of ['active', 'sub', 'aud', 'token_type']) check(`introspection, ${name}`, seen[1][name], seen[0][name]);

const discovery = await Promise.all([theirs, ours].map(issuer =>
  fetch(`${issuer}/.well-known/openid-configuration`).then(response => response.json())));
for (const name of Object.keys(discovery[0])) check(`discovery, ${name}`, name in discovery[1], true);

// What differs on purpose.
const errors = async form => [await post(theirs, '/token', form), await post(ours, '/token', form)].map(answer => answer.body.error ?? 'a token');
check('an unknown grant', await errors({grant_type: 'x', client_id: 'web'}), ['invalid_grant', 'unsupported_grant_type']);
const used = [await post(theirs, '/token', codes[0]), await post(ours, '/token', codes[1])].map(answer => answer.body.error ?? 'a token');
check('a code again', used, ['invalid_grant', 'invalid_grant']);
const two = {grant_type: 'client_credentials', client_id: 'web', client_secret: 's', scope: 'x orders:admin'};
const roles = await Promise.all([theirs, ours].map(async issuer => part((await post(issuer, '/token', two)).body.access_token, 1).roles ?? null));
check('one of two scopes', roles, [null, ['admin']]);

console.log(`from-mock-oauth2-server: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
