// The measured servers: how each starts, and how to request an RS256 token from it. Loopback only.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, openSync, readFileSync, writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {join} from 'node:path';
import {createLocalJWKSet, jwtVerify} from 'jose';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const GRANT = 'grant_type=client_credentials&client_id=bench&client_secret=bench&scope=bench';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
}

/** The packaged Mintmark; options are those of the JVM. */
export function mintmark(work, java, options = []) {
  return {
    name: 'Mintmark',
    command: () => [java, ...options, '-jar', 'quarkus-run.jar'],
    environment: (port, management) => ({QUARKUS_HTTP_HOST: '127.0.0.1', QUARKUS_HTTP_PORT: port,
      QUARKUS_MANAGEMENT_HOST: '127.0.0.1', QUARKUS_MANAGEMENT_PORT: management}),
    directory: work.app,
    jwks: '/keys/jwks',
    request: {path: '/tokens', type: JSON_TYPE, body: '{"algorithm":"RS256","advise":false}'},
    token: answer => answer.token,
  };
}

/** A POST that does nothing, on the same HTTP stack. */
export function trivial(work, java) {
  return {
    ...mintmark(work, java),
    name: 'trivial',
    directory: work.trivialApp,
    jwks: undefined,
    request: {path: '/trivial', type: JSON_TYPE, body: '{"text":"nothing"}'},
  };
}

/** no.nav.security:mock-oauth2-server. */
export function mockOauth2Server(work, java, options = []) {
  return {
    name: 'mock-oauth2-server 6.0.2',
    command: () => [java, ...options, '-cp', readFileSync(work.peerClassPath, 'utf8').trim(),
      'no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt'],
    environment: port => ({SERVER_PORT: port, SERVER_HOSTNAME: '127.0.0.1'}),
    jwks: '/bench/jwks',
    // It closes each connection after one response.
    request: {path: '/bench/token', type: FORM_TYPE, body: GRANT, closes: true},
    token: answer => answer.access_token,
  };
}

/** The npm package oauth2-mock-server. */
export function oauth2MockServer(work) {
  return {
    name: 'oauth2-mock-server 8.2.2',
    command: port => ['node', join(work.modules, 'oauth2-mock-server/dist/oauth2-mock-server.js'),
      '-p', String(port), '-a', '127.0.0.1'],
    jwks: '/jwks',
    request: {path: '/token', type: FORM_TYPE, body: GRANT},
    token: answer => answer.access_token,
  };
}

/** Keycloak in dev mode, with a realm and one client that may request tokens for itself. */
export function keycloak(work) {
  const realm = {
    realm: 'bench',
    enabled: true,
    sslRequired: 'none',
    clients: [{clientId: 'bench', secret: 'bench', enabled: true, publicClient: false, serviceAccountsEnabled: true}],
    clientScopes: [{name: 'bench', protocol: 'openid-connect'}],
    defaultOptionalClientScopes: ['bench'],
  };
  mkdirSync(join(work.keycloak, 'data/import'), {recursive: true});
  writeFileSync(join(work.keycloak, 'data/import/bench.json'), JSON.stringify(realm));
  return {
    name: 'Keycloak 26.7.3 start-dev',
    command: (port, management) => ['bin/kc.sh', 'start-dev', '--import-realm', '--http-host=127.0.0.1',
      `--http-port=${port}`, `--http-management-port=${management}`],
    directory: work.keycloak,
    jwks: '/realms/bench/protocol/openid-connect/certs',
    request: {path: '/realms/bench/protocol/openid-connect/token', type: FORM_TYPE, body: GRANT},
    token: answer => answer.access_token,
  };
}

/** Starts a server and returns it with the milliseconds to its first token, verified with its own JWKS. */
export async function start(server, work) {
  const [port, management] = [await freePort(), await freePort()];
  const log = openSync(join(work.logs, `${server.name.replace(/\W+/g, '-')}-${port}.log`), 'w');
  const [command, ...words] = server.command(port, management);
  const began = performance.now();
  const process_ = spawn(command, words, {
    cwd: server.directory,
    env: {...process.env, ...server.environment?.(port, management)},
    stdio: ['ignore', log, log],
    // A process group of its own, so that the children of a start script end with it.
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (process_.exitCode === null && process_.signalCode === null) {
      process.kill(-process_.pid, 'SIGTERM');
      await Promise.race([once(process_, 'exit'), new Promise(done => setTimeout(done, 15_000))]);
    }
  };
  const answer = await firstToken(server, url, process_).catch(async error => {
    await stop();
    throw error;
  });
  const startMillis = performance.now() - began;
  if (server.jwks) await demandRs256(server, url, answer);
  return {...server, url, pid: process_.pid, startMillis, stop};
}

async function listens(port) {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await once(socket, 'connect').then(() => true, () => false);
  socket.destroy();
  return isOpen;
}

async function firstToken(server, url, process_) {
  for (const end = performance.now() + 300_000; performance.now() < end;) {
    if (process_.exitCode !== null) throw new Error(`${server.name} ended with ${process_.exitCode}`);
    // A request to a closed port would take processor time from the starting server.
    if (await listens(new URL(url).port)) {
      const response = await post(url, server.request).catch(() => ({ok: false}));
      if (response.ok) return await response.json();
    }
    await new Promise(done => setTimeout(done, 5));
  }
  throw new Error(`${server.name} does not mint`);
}

/** Retries once if the kept-alive connection was closed in the meantime, which is noticed too late while wrk runs. */
export function post(url, request) {
  const send = () => fetch(url + request.path, {method: 'POST', headers: {'Content-Type': request.type}, body: request.body});
  return send().catch(send);
}

async function demandRs256(server, url, answer) {
  const jwks = createLocalJWKSet(await (await fetch(url + server.jwks)).json());
  const {protectedHeader} = await jwtVerify(server.token(answer), jwks);
  if (protectedHeader.alg !== 'RS256') throw new Error(`${server.name} mints ${protectedHeader.alg}`);
}

/** Resident MiB of the process and its children. */
export function residentMiB(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  return children.reduce((sum, child) => sum + residentMiB(child), own);
}
