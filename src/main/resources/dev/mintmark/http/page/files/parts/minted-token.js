import { hasApiKey } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { session } from '../lib/session.js';
import { duration } from '../lib/time.js';
import { CopyButton } from './copy-button.js';
import { TokenStrip } from './token-strip.js';
import { VerdictStamp } from './verdict-stamp.js';

/** A token that was just made, whether the service verifies it, and ways to take it along. */
export class MintedToken extends HTMLElement {
  #stamp = new VerdictStamp();

  constructor() {
    super();
    fill(this, this.#stamp);
    this.#stamp.wait('Nothing minted yet', 'Control and Enter mint from any field.');
  }

  show(answer, spec) {
    this.#stamp.wait('Verifying', 'The page asks the service.');
    fill(this, this.#stamp, strip(answer.token),
      h('div', { class: 'actions' },
        new CopyButton('Copy', () => answer.token),
        new CopyButton('Copy as header', () => `Authorization: Bearer ${answer.token}`),
        new CopyButton('Copy as curl', () => curl(spec)),
        h('button', { type: 'button', class: 'quiet', click: () => session.read(answer.token) }, 'Read it')),
      h('dl', { class: 'facts' },
        fact('Algorithm', answer.algorithm), fact('Key', answer.key_id ?? 'your own'), fact('Lives', answer.expires_in === null ? 'for ever' : duration(answer.expires_in))),
      answer.refresh_token ? refresh(answer) : '');
  }

  showVerdict(verdict) {
    this.#stamp.show(verdict);
  }

  showUnverified(error) {
    this.#stamp.wait('Not verified', error.message);
  }
}

function strip(token) {
  const element = new TokenStrip();
  element.show(token);
  return element;
}

function refresh(answer) {
  return h('section', { class: 'refresh' }, h('h3', {}, 'Refresh token'),
    h('p', { class: 'help' }, 'For the issuer alone, once. Keep it where scripts cannot read.'),
    strip(answer.refresh_token), h('div', { class: 'actions' }, new CopyButton('Copy', () => answer.refresh_token)));
}

function fact(term, value) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, value));
}

/** The request again, for a shell. The key of a guarded service stays out of it. */
function curl(spec) {
  const body = JSON.stringify(spec).replaceAll("'", "'\\''");
  const key = hasApiKey() ? ' -H "X-Api-Key: $MINTMARK_API_KEY"' : '';
  return `curl -s ${location.origin}/tokens -H 'Content-Type: application/json'${key} -d '${body}'`;
}

customElements.define('minted-token', MintedToken);
