// Measures the packaged service beside its peers over HTTP, in one run, and prints tables with ratios: absolute figures
// of a machine say little. Usage: node http.mjs JSON, where bench/run says in JSON where everything lies.
import {cpus, totalmem} from 'node:os';
import {load, openssl, pacedP99, warmLoad} from './load.mjs';
import {keycloak, mintmark, mockOauth2Server, oauth2MockServer, post, residentMiB, start, trivial} from './servers.mjs';

const work = JSON.parse(process.argv[2]);
const STARTS = 3;
const SMALL_HEAP = ['-Xmx64m'];
const BATCH = 10_000;

const figures = [];
function figure(what, value, wanted, note) {
  figures.push(`| ${what} | ${value} | ${wanted} | ${note} |`);
  console.error(figures.at(-1));
}
const percent = ratio => `${Math.round(ratio * 100)} %`;
const times = ratio => `${ratio.toFixed(2)}x`;
const whole = number => Math.round(number).toLocaleString('en');
const median = numbers => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

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

function side(server) {
  const seen = {name: server.name, ...warmLoad(server.url, server.request)};
  const result = {...seen, startMillis: server.startMillis, rssMiB: residentMiB(server.pid)};
  console.error(result);
  return result;
}

async function own(signatures, nothing) {
  return using(mintmark(work, work.java), async server => {
    const rs256 = side(server);
    figure('`POST /tokens` RS256, against two cores of OpenSSL', percent(rs256.rate / signatures), '75 %',
      `${whole(rs256.rate)}/s of ${whole(signatures)}/s`);
    figure('p99 of it at half of its highest rate', `${pacedP99(server.url, server.request, rs256.rate / 2).toFixed(1)} ms`,
      'under 10 ms', `at ${whole(rs256.rate / 2)}/s`);
    const es256 = warmLoad(server.url, order('ES256'), 20);
    figure('`POST /tokens` ES256, against a POST that does nothing', percent(es256.rate / nothing.rate), '50 %',
      `${whole(es256.rate)}/s of ${whole(nothing.rate)}/s`);
    const advised = warmLoad(server.url, order('ES256', true), 20);
    figure('advisories on against off, ES256', percent(advised.rate / es256.rate), '80 %', `${whole(advised.rate)}/s`);
    const {token} = await (await post(server.url, order('ES256'))).json();
    const verify = {path: '/tokens/verify', type: 'application/json', body: JSON.stringify({token})};
    const verified = warmLoad(server.url, verify, 20);
    figure('`POST /tokens/verify` ES256, against a POST that does nothing', percent(verified.rate / nothing.rate), '35 %',
      `${whole(verified.rate)}/s`);
    await batch(server.url, signatures);
    return rs256;
  });
}

async function batch(url, signatures) {
  const request = {
    path: '/tokens/batch',
    type: 'application/json',
    body: JSON.stringify({count: BATCH, spec: {algorithm: 'RS256'}, compact: true}),
  };
  const rates = [];
  for (let round = 0; round < 4; round++) {
    const began = performance.now();
    const response = await post(url, request);
    const lines = (await response.text()).trim().split('\n').length;
    if (!response.ok || lines !== BATCH) throw new Error(`the batch answered ${response.status} with ${lines} lines`);
    rates.push(BATCH / (performance.now() - began) * 1000);
  }
  const rate = median(rates.slice(1));
  figure(`batch of ${whole(BATCH)} RS256 tokens, against two cores of OpenSSL`, percent(rate / signatures), '105 %',
    `${whole(rate)}/s`);
}

/** The median time to the first token; and what is resident after some load with a small heap. */
async function startAndSize(server, small) {
  const starts = [];
  for (let i = 0; i < STARTS; i++) {
    starts.push(await using(server, running => running.startMillis));
  }
  const rssMiB = await using(small, running => {
    load(running.url, running.request, 20);
    return residentMiB(running.pid);
  });
  return {startMillis: median(starts), rssMiB};
}

const signatures = openssl('rsa2048');
const nothing = await using(trivial(work, work.java), server => warmLoad(server.url, server.request, 20));
const sides = [await own(signatures, nothing)];
for (const [peer, wanted] of [[mockOauth2Server, '4x'], [oauth2MockServer, '4x'], [keycloak, '8x']]) {
  const theirs = await using(peer(work, work.java), side);
  sides.push(theirs);
  figure(`\`POST /tokens\` RS256, against ${theirs.name}`, times(sides[0].rate / theirs.rate), wanted,
    `${whole(theirs.rate)}/s`);
}
const aot = [`-XX:AOTCache=${work.aot}`];
const ours = await startAndSize(mintmark(work, work.java25, aot), mintmark(work, work.java25, SMALL_HEAP));
const theirs = await startAndSize(mockOauth2Server(work, work.java25), mockOauth2Server(work, work.java25, SMALL_HEAP));
figure('process start to first RS256 token, JDK 25 with AOT cache, against mock-oauth2-server',
  times(ours.startMillis / theirs.startMillis), 'at most 0.5x', `${whole(ours.startMillis)} ms, ${whole(theirs.startMillis)} ms`);
figure('resident memory after load, `-Xmx64m` for both, against mock-oauth2-server', times(ours.rssMiB / theirs.rssMiB),
  'at most 1.0x', `${whole(ours.rssMiB)} MiB, ${whole(theirs.rssMiB)} MiB`);

console.log(`${cpus().length} x ${cpus()[0].model}, ${whole(totalmem() / 2 ** 30)} GB; the load generator shares the processors.

| what | measured | wanted | |
|---|---|---|---|
${figures.join('\n')}

| server, warm | RS256 tokens a second | p50 ms | p99 ms | errors | MiB resident | ms to the first token |
|---|---|---|---|---|---|---|
${sides.map(s => `| ${s.name} | ${whole(s.rate)} | ${s.p50.toFixed(1)} | ${s.p99.toFixed(1)} | ${s.errors} | ${whole(s.rssMiB)} | ${whole(s.startMillis)} |`).join('\n')}`);
