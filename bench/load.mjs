// Loads servers with wrk and h2load, and measures with OpenSSL how much the processor can sign.
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';

const WINDOW_SECONDS = Number(process.env.BENCH_WINDOW ?? 10);
/** The length of each compared window. */
const PAIRED_SECONDS = Math.min(WINDOW_SECONDS, 4);
const OPENSSL_SECONDS = '3';

function run(command, ...words) {
  return execFileSync(command, words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000});
}

/** 1.2ms, 900us, 1.1s as milliseconds. */
function millis(text) {
  return parseFloat(text) * (text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : 1000);
}

/**
 * One window with one thread, or those that the request asks for, and this number of connections: requests per second, latencies in ms, and errors.
 * A rejected request is an error here.
 */
export function load(url, request, seconds = PAIRED_SECONDS, clients = 16) {
  const threads = Math.min(request.threads ?? 1, clients);
  const report = run('wrk', `-t${threads}`, `-c${clients}`, `-d${seconds}s`, '--latency', '-s', request.script ?? 'post.lua',
    url + request.path, '--', ...(request.words ?? [request.type, request.body]));
  const [connect, read, write, timeout] =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(report)?.slice(1).map(Number) ?? [0, 0, 0, 0];
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(report)?.[1] ?? 0);
  // Rejections are fast, and would look like speed.
  if (refused > 0) throw new Error(`${url}${request.path} refused ${refused} requests`);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(report)[1]),
    p50: millis(/^ +50%\s+(\S+)/m.exec(report)[1]),
    p99: millis(/^ +99%\s+(\S+)/m.exec(report)[1]),
    // wrk counts a closed connection as a read error, even after a response that announced it.
    errors: connect + write + timeout + (request.closes ? 0 : read),
  };
}

/** Few enough to leave the JIT processor time: with 16 it gets a twentieth, and does not finish within minutes. */
const WARMING_CLIENTS = 2;

/**
 * Warms up a server: for `least` seconds, and until its last window is as fast as the one before, within
 * 5 %; at most a third longer than `least`.
 */
export function warm(url, request, least = Number(process.env.BENCH_WARM ?? 60)) {
  let before = 0;
  for (let seconds = WINDOW_SECONDS; seconds <= 4 / 3 * least; seconds += WINDOW_SECONDS) {
    const {rate} = load(url, request, WINDOW_SECONDS, WARMING_CLIENTS);
    const steady = Math.abs(rate - before) < 0.05 * before;
    before = rate;
    if (steady && seconds >= least) break;
  }
}

export const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Two candidates measured in turn, so that other load of the machine affects both: the median of their ratios, and the
 * median of each, of results with a `rate`.
 */
export function paired(left, right, rounds = 3) {
  const pairs = Array.from({length: rounds}, () => [left(), right()]);
  const side = index => [...pairs.map(pair => pair[index])].sort((a, b) => a.rate - b.rate)[Math.floor(rounds / 2)];
  return {ratio: median(pairs.map(([a, b]) => a.rate / b.rate)), left: side(0), right: side(1)};
}

/**
 * The 99th percentile in ms at a fixed rate, which h2load keeps regardless of the latency. Few clients, because all of them
 * send at the same time: with 16 the last would wait for 15 signatures at any rate.
 */
export function pacedP99(url, request, rate) {
  const body = join(tmpdir(), `bench-body-${process.pid}`);
  const log = join(tmpdir(), `bench-log-${process.pid}`);
  writeFileSync(body, request.body);
  const clients = 4;
  run('h2load', '--h1', `-c${clients}`, '-t1', `--rps=${rate / clients}`, `-D${WINDOW_SECONDS}`, '-d', body,
    '-H', `Content-Type: ${request.type}`, `--log-file=${log}`, url + request.path);
  const micros = run('cut', '-f3', log).trim().split('\n').map(Number).sort((a, b) => a - b);
  run('rm', '-f', body, log);
  return micros[Math.floor(micros.length * 0.99)] / 1000;
}

/** Signatures per second of OpenSSL on all cores, or on the first core only. */
export function openssl(algorithm, cores = cpus().length) {
  const report = run('openssl', 'speed', '-seconds', OPENSSL_SECONDS, ...(cores > 1 ? ['-multi', String(cores)] : []), algorithm);
  return {rate: Number(report.trim().split('\n').at(-1).trim().split(/\s+/).at(-2))};
}
