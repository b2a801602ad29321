import { access } from './access.js';
import { parse } from './json.js';

/** An error answer of the service, in its own words (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The service answered ${status}`);
    this.status = status;
    this.errors = body.errors ?? [];
  }
}

/** The service did not answer. */
export class LostConnection extends Error {
  constructor() {
    super('The service cannot be reached.');
  }
}

async function send(path, { body, signal, accept = 'application/json' } = {}) {
  const headers = { Accept: accept };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (access.key) {
    headers['X-Api-Key'] = access.key;
  }
  let response;
  let text;
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers, signal, body: body === undefined ? undefined : JSON.stringify(body), cache: 'no-store', credentials: 'omit',
    });
    text = await response.text();
  } catch (error) {
    throw signal?.aborted ? error : new LostConnection();
  }
  if (response.ok) {
    return response.headers.get('Content-Type')?.includes('json') ? parse(text) : text;
  }
  throw new Problem(response.status, problem(text));
}

/** A proxy between page and service may answer with something that is not JSON. */
function problem(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const post = (path) => (body, signal) => send(path, { body, signal });
const get = (path) => (signal) => send(path, { signal });

export const mint = post('/tokens');
export const decode = post('/tokens/decode');
export const verify = post('/tokens/verify');
export const draft = post('/tokens/draft');
export const presets = get('/presets');
export const fillPreset = (name, body, signal) => send(`/presets/${encodeURIComponent(name)}`, { body, signal });
export const drills = get('/drills');
export const makeDrills = post('/drills');
export const advise = post('/advisories');
export const generate = post('/keys/generate');
export const convert = post('/keys/convert');
export const keys = get('/keys');
export const jwks = get('/keys/jwks');
export const catalogue = get('/advisories');
export const publicJwk = (keyId) => send(`/keys/${encodeURIComponent(keyId)}`);
export const publicPem = (keyId) => send(`/keys/${encodeURIComponent(keyId)}`, { accept: 'application/x-pem-file' });
export const snippet = (name) => send(new URL(`../snippets/${name}.txt`, import.meta.url).pathname, { accept: '*/*' });
