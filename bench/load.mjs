// Puts servers under load with wrk and h2load, and asks OpenSSL what the processor could sign.
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';

const WINDOW_SECONDS = Number(process.env.BENCH_WINDOW ?? 10);

function run(command, ...words) {
  return execFileSync(command, words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000});
}

/** 1.2ms, 900us, 1.1s as milliseconds. */
function millis(text) {
  return parseFloat(text) * (text.endsWith('us') ? 0.001 : text.endsWith('ms') ? 1 : 1000);
}

/** One window of one thread and 16 connections: requests a second, latencies in ms, and what went wrong. */
export function load(url, request, seconds = WINDOW_SECONDS) {
  const report = run('wrk', '-t1', '-c16', `-d${seconds}s`, '--latency', '-s', 'post.lua', url + request.path, '--',
    request.type, request.body);
  const sockets = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(report)?.slice(1) ?? [];
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(report)[1]),
    p50: millis(/50%\s+(\S+)/.exec(report)[1]),
    p99: millis(/99%\s+(\S+)/.exec(report)[1]),
    errors: [/Non-2xx or 3xx responses: (\d+)/.exec(report)?.[1] ?? 0, ...sockets].reduce((a, b) => a + Number(b), 0),
  };
}

/**
 * One window of a server that is warm: it has run for `least` seconds, and was no faster in its last window than in the
 * one before, give or take 5 %; or it has run twice as long and is as warm as it gets.
 */
export function warmLoad(url, request, least = Number(process.env.BENCH_WARM ?? 60)) {
  let before = load(url, request).rate;
  for (let seconds = WINDOW_SECONDS; seconds < 2 * least; seconds += WINDOW_SECONDS) {
    const {rate} = load(url, request);
    const steady = Math.abs(rate - before) < 0.05 * before;
    before = rate;
    if (steady && seconds + WINDOW_SECONDS >= least) break;
  }
  return load(url, request);
}

/** The 99th percentile in ms at a fixed rate: h2load keeps the pace whatever the answers take. */
export function pacedP99(url, request, rate) {
  const body = join(tmpdir(), `bench-body-${process.pid}`);
  const log = join(tmpdir(), `bench-log-${process.pid}`);
  writeFileSync(body, request.body);
  const clients = 16;
  run('h2load', '--h1', `-c${clients}`, '-t1', `--rps=${rate / clients}`, `-D${WINDOW_SECONDS}`, '-d', body,
    '-H', `Content-Type: ${request.type}`, `--log-file=${log}`, url + request.path);
  const micros = run('cut', '-f3', log).trim().split('\n').map(Number).sort((a, b) => a - b);
  run('rm', '-f', body, log);
  return micros[Math.floor(micros.length * 0.99)] / 1000;
}

/** Signatures a second of OpenSSL on so many cores, all of them by default. */
export function openssl(algorithm, cores = cpus().length) {
  const report = run('openssl', 'speed', '-seconds', '5', ...(cores > 1 ? ['-multi', String(cores)] : []), algorithm);
  return Number(report.trim().split('\n').at(-1).trim().split(/\s+/).at(-2));
}
