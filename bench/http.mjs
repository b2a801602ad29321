// Measures the packaged service and its peers over HTTP in one run, and prints tables with ratios: absolute figures
// of one machine mean little. Compared servers are measured in turn. Usage: node http.mjs JSON, where bench/run passes
// the paths of all programs as JSON.
import {readFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';
import {load, median, openssl, pacedP99, paired, warm} from './load.mjs';
import {oauth} from './oauth.mjs';
import {keycloak, mintmark, mockOauth2Server, oauth2MockServer, post, residentMiB, start, trivial} from './servers.mjs';

const work = JSON.parse(process.argv[2]);
const STARTS = 3;
const SIZE_SECONDS = 20;
const SMALL_HEAP = ['-Xmx64m'];
/** The options of the image without the sizes; the collector is the default of a JVM in such a small container. */
const IMAGE = ['-XX:+UseSerialGC', ...JSON.parse(/^ENTRYPOINT (.*)$/m.exec(readFileSync(work.dockerfile, 'utf8'))[1])
  .filter(option => option.startsWith('-XX:') && !/AOTCache|RAMPercentage/.test(option))];
const BATCH = 10_000;
/** Another path of a server that is already warm needs less time. */
const ONCE_MORE = 20;

const figures = [];
function figure(what, value, wanted, note) {
  figures.push(`| ${what} | ${value} | ${wanted} | ${note} |`);
  console.error(figures.at(-1));
}
const percent = ratio => `${Math.round(ratio * 100)} %`;
const times = ratio => `${ratio.toFixed(2)}x`;
const whole = number => Math.round(number).toLocaleString('en');
const both = pair => `${whole(pair.left.rate)}/s, ${whole(pair.right.rate)}/s`;

async function using(server, action) {
  const running = await start(server, work);
  try {
    return await action(running);
  } finally {
    await running.stop();
  }
}

const order = (algorithm, advise = false) =>
  ({path: '/tokens', type: 'application/json', body: JSON.stringify({algorithm, advise})});
const window = (server, request = server.request) => () => load(server.url, request);
const side = (server, seen) =>
  ({name: server.name, ...seen, startMillis: server.startMillis, rssMiB: residentMiB(server.pid)});

async function own(server, nothing) {
  warm(nothing.url, nothing.request);
  const against = (what, request, wanted) => {
    const pair = paired(window(server, request), window(nothing));
    figure(`${what}, against a POST that does nothing`, percent(pair.ratio), wanted, both(pair));
  };
  // First the largest operation, which also warms up the others.
  const {token} = await (await post(server.url, order('ES256'))).json();
  const verify = {path: '/tokens/verify', type: 'application/json', body: JSON.stringify({token})};
  warm(server.url, verify);
  against('`POST /tokens/verify` ES256', verify, '35 %');

  warm(server.url, order('ES256', true), ONCE_MORE);
  warm(server.url, order('ES256'), ONCE_MORE);
  const advised = paired(window(server, order('ES256', true)), window(server, order('ES256')));
  figure('advisories on against off, ES256', percent(advised.ratio), '80 %', both(advised));
  against('`POST /tokens` ES256', order('ES256'), '50 %');

  warm(server.url, server.request, ONCE_MORE);
  const rs256 = paired(window(server), () => openssl('rsa2048'));
  figure('`POST /tokens` RS256, against two cores of OpenSSL', percent(rs256.ratio), '75 %', both(rs256));
  const half = rs256.left.rate / 2;
  figure('p99 of it at half of its highest rate', `${pacedP99(server.url, server.request, half).toFixed(1)} ms`,
    'under 10 ms', `at ${whole(half)}/s`);
  const seen = side(server, rs256.left);
  await batch(server.url);
  return seen;
}

async function batch(url) {
  const request = {
    path: '/tokens/batch',
    type: 'application/json',
    body: JSON.stringify({count: BATCH, spec: {algorithm: 'RS256'}, compact: true}),
  };
  const ratios = [];
  for (let round = 0; round < 4; round++) {
    const began = performance.now();
    const response = await post(url, request);
    const lines = (await response.text()).trim().split('\n').length;
    if (!response.ok || lines !== BATCH) throw new Error(`the batch answered ${response.status} with ${lines} lines`);
    const rate = BATCH / (performance.now() - began) * 1000;
    ratios.push({rate, ratio: rate / openssl('rsa2048').rate});
  }
  // The first run is not warm.
  const {rate, ratio} = ratios.slice(1).sort((a, b) => a.ratio - b.ratio)[1];
  figure(`batch of ${whole(BATCH)} RS256 tokens, against two cores of OpenSSL`, percent(ratio), '105 %', `${whole(rate)}/s`);
}

async function beside(peer, wanted, server) {
  return using(peer(work, work.java), theirs => {
    warm(theirs.url, theirs.request);
    const pair = paired(window(server), window(theirs));
    figure(`\`POST /tokens\` RS256, against ${theirs.name}`, times(pair.ratio), wanted, both(pair));
    return side(theirs, pair.right);
  });
}

/** The median times to the first token of servers that are started in turn. */
async function startMillis(...servers) {
  const starts = servers.map(() => []);
  for (let round = 0; round < STARTS; round++) {
    for (const [i, server] of servers.entries()) starts[i].push(await using(server, running => running.startMillis));
  }
  return starts.map(median);
}

async function size(server) {
  return using(server, running => {
    load(running.url, running.request, SIZE_SECONDS);
    return residentMiB(running.pid);
  });
}

/** The results of `bench/inside` on one core, compared with OpenSSL on the same core. */
function inside() {
  const scores = JSON.parse(readFileSync(work.inside, 'utf8'));
  for (const [algorithm, speed, wanted] of
    [['RS256', 'rsa2048', '115 %'], ['ES256', 'ecdsap256', '70 %'], ['EdDSA', 'ed25519', '100 %']]) {
    const mint = scores.find(score => score.params?.algorithm === algorithm).primaryMetric.score;
    const {[speed]: signatures} = JSON.parse(readFileSync(work.openssl, 'utf8'));
    figure(`minting ${algorithm} in process, against one core of OpenSSL`, percent(mint / signatures), wanted,
      `${whole(mint)}/s, ${whole(signatures)}/s`);
  }
}

const format = {percent, times, both};
if (work.only === 'oauth') {
  await using(mintmark(work, work.java), server => oauth(server, work, figure, format));
  console.log(`| what | measured | wanted | |\n|---|---|---|---|\n${figures.join('\n')}`);
  process.exit();
}
inside();
const sides = await using(mintmark(work, work.java), async server => {
  const seen = [await using(trivial(work, work.java), nothing => own(server, nothing))];
  for (const [peer, wanted] of [[mockOauth2Server, '4x'], [oauth2MockServer, '4x'], [keycloak, '8x']]) {
    seen.push(await beside(peer, wanted, server));
  }
  await oauth(server, work, figure, format);
  return seen;
});
const aot = [`-XX:AOTCache=${work.aot}`];
const ours = (...options) => mintmark(work, work.java25, options);
const theirs = (...options) => mockOauth2Server(work, work.java25, options);
const asInImage = `the same, Mintmark as in its image (\`${IMAGE.join(' ')}\`)`;
const [plain, image, peer] = await startMillis(ours(...aot), ours(...aot, ...IMAGE), theirs());
const firstToken = 'process start to first RS256 token, JDK 25 with AOT cache, against mock-oauth2-server';
for (const [what, millis] of [[firstToken, plain], [asInImage, image]]) {
  figure(what, times(millis / peer), 'at most 0.5x', `${whole(millis)} ms, ${whole(peer)} ms`);
}
const peerMiB = await size(theirs(...SMALL_HEAP));
const memory = 'resident memory after load, `-Xmx64m` for both, against mock-oauth2-server';
for (const [what, options] of [[memory, []], [asInImage, [...aot, ...IMAGE]]]) {
  const mebibytes = await size(ours(...SMALL_HEAP, ...options));
  figure(what, times(mebibytes / peerMiB), 'at most 1.0x', `${whole(mebibytes)} MiB, ${whole(peerMiB)} MiB`);
}

console.log(`${cpus().length} x ${cpus()[0].model}, ${whole(totalmem() / 2 ** 30)} GB; the load generator shares the processors.

| what | measured | wanted | |
|---|---|---|---|
${figures.join('\n')}

| server, warm | RS256 tokens a second | p50 ms | p99 ms | errors | MiB resident | ms to the first token |
|---|---|---|---|---|---|---|
${sides.map(s => `| ${s.name} | ${whole(s.rate)} | ${s.p50.toFixed(1)} | ${s.p99.toFixed(1)} | ${s.errors} | ${whole(s.rssMiB)} | ${whole(s.startMillis)} |`).join('\n')}`);
