import { fill, h } from '../lib/dom.js';
import { severityCounts } from './advisory-list.js';
import { ProblemNote } from './problem-note.js';
import { VerdictStamp } from './verdict-stamp.js';

const WAYS = [
  'Paste a token anywhere on this page, with “Bearer”, quotes or line breaks if it came with them.',
  'Drop or choose a file for the token, and another one for the keys.',
  'Open this page with #token=, #access_token= or #id_token= in its address. The fragment is sent nowhere.',
];

/** The verdict on a token that was given: its two answers, what to do where the service has no key, and how many findings there are. */
export class ReadVerdict extends HTMLElement {
  #stamp = new VerdictStamp();
  #next = h('div', {});
  #counts = h('div', { class: 'counts-place' });
  #note = new ProblemNote();
  #issuer;
  #list;
  #open;

  /** @param list the advisories; open is called with the kind of key that a foreign token needs */
  constructor(issuer, list, open) {
    super();
    this.#issuer = issuer;
    this.#list = list;
    this.#open = open;
    this.append(this.#stamp, this.#next, this.#counts, this.#note);
  }

  clear() {
    this.#note.clear();
    fill(this.#counts);
    this.removeAttribute('aria-busy');
    this.#stamp.wait('Nothing to read yet', 'The verdict appears here.');
    fill(this.#next, h('ul', { class: 'ways' }, WAYS.map((way) => h('li', {}, way))));
  }

  /** Until there is an answer the old verdict does not count. */
  busy() {
    this.setAttribute('aria-busy', 'true');
  }

  show({ source, content, verdict, error, advisories, retry }) {
    this.removeAttribute('aria-busy');
    fill(this.#next);
    fill(this.#counts, advisories ? severityCounts(advisories, this.#list) : '');
    if (error) {
      this.#stamp.wait('No verdict', 'The service did not verify the token.');
      this.#note.show(error, retry);
      return;
    }
    this.#note.clear();
    if (!verdict) {
      this.#stamp.wait('Not verified yet', 'The key was not sent.');
      return;
    }
    const claims = verdict.claims ?? content?.payload ?? null;
    const { signature } = this.#stamp.show(verdict, { source, issuer: this.#issuer, claims });
    if (signature.state === 'foreign') {
      fill(this.#next, signature.symmetric ? '' : discovery(claims?.iss));
      this.#open(signature.symmetric ? 'secret' : 'keys');
    }
  }
}

/** Where an issuer says where its JWKS is (OpenID Connect Discovery 4). The page fetches nothing: people follow the link. */
function discovery(issuer) {
  if (typeof issuer !== 'string' || !/^https?:\/\/[^\s]+$/.test(issuer) || !URL.canParse(issuer)) {
    return '';
  }
  const address = `${new URL(issuer).href.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return h('p', { class: 'next' }, 'Its issuer names the JWKS in its ', h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, 'discovery document'), '.');
}

customElements.define('read-verdict', ReadVerdict);
