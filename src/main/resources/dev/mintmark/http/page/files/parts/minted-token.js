import { convert } from '../lib/api.js';
import { access } from '../lib/access.js';
import { fill, h } from '../lib/dom.js';
import { linkTo } from '../lib/fragment.js';
import { format } from '../lib/json.js';
import { session } from '../lib/session.js';
import { severityCounts } from './advisory-list.js';
import { CopyButton } from './copy-button.js';
import { TokenStrip } from './token-strip.js';
import { VerdictStamp } from './verdict-stamp.js';

/** The minted token, its verdict while it belongs to the request, and ways to take it along. */
export class MintedToken extends HTMLElement {
  #stamp = new VerdictStamp();
  #counts = h('div', { class: 'counts-place' });
  #token = h('div', { class: 'token-place' });
  #issuer;
  #list;
  #drawn = {};

  /** @param list the advisories that the counts lead to */
  constructor(issuer, list) {
    super();
    this.#issuer = issuer;
    this.#list = list;
    this.append(this.#stamp, this.#counts, this.#token);
    this.#stamp.wait('No token yet', 'It appears here with its verdict.');
  }

  /** @param request a TokenRequest */
  show(request) {
    const { minted, isCurrent, advisories } = request;
    this.toggleAttribute('data-outdated', minted !== null && !isCurrent);
    if (minted && minted.answer !== this.#drawn.answer) {
      fill(this.#token, ...tokenAndActions(minted.answer, minted.spec));
    }
    if (advisories !== this.#drawn.advisories) {
      fill(this.#counts, advisories ? severityCounts(advisories, this.#list) : '');
    }
    this.#showVerdict(request);
    this.#drawn = { answer: minted?.answer, verdict: minted?.verdict, advisories, isCurrent };
  }

  #showVerdict({ minted, isCurrent, isBusy, isReadable, needsKey }) {
    if (!isCurrent) {
      this.#stamp.wait(...waiting(minted !== null, isBusy, isReadable, needsKey));
    } else if (minted.verdict) {
      if (minted.verdict !== this.#drawn.verdict || !this.#drawn.isCurrent) {
        this.#stamp.show(minted.verdict, { source: sourceOf(minted.spec), issuer: this.#issuer, claims: minted.answer.claims });
      }
    } else if (minted.verifyError) {
      this.#stamp.wait('Not verified', minted.verifyError.message);
    } else {
      this.#stamp.wait('Verifying', 'The service verifies the token it minted.');
    }
  }
}

function waiting(hasToken, isBusy, isReadable, needsKey) {
  if (isBusy) {
    return hasToken ? ['Updating', 'This token belongs to the request before your change.'] : ['Minting', 'The first token is on its way.'];
  }
  const old = hasToken ? 'Outdated' : 'No token yet';
  if (!isReadable) {
    return [old, hasToken ? 'The request cannot be sent as it is. This token belongs to an earlier one.' : 'The request cannot be sent as it is.'];
  }
  if (needsKey) {
    return [old, 'Minting needs an API key.'];
  }
  return [old, hasToken ? 'This token belongs to an earlier request.' : 'It appears here with its verdict.'];
}

function sourceOf({ secret, key }) {
  return secret !== undefined ? 'secret' : key !== undefined ? 'keys' : 'service';
}

function tokenAndActions(answer, spec) {
  const isOwn = sourceOf(spec) !== 'service';
  return [strip(answer.token),
    h('div', { class: 'actions' },
      new CopyButton('Copy token', () => answer.token, 'primary'),
      new CopyButton('Copy header', () => `Authorization: Bearer ${answer.token}`),
      new CopyButton('Copy link', () => linkTo(answer.token)),
      new CopyButton(isOwn ? `Copy as curl, with your ${spec.secret === undefined ? 'private key' : 'secret'}` : 'Copy as curl', () => curl(spec)),
      h('button', { type: 'button', class: 'quiet', click: () => read(answer.token, spec) }, 'Read it')),
    answer.refresh_token ? refresh(answer) : ''];
}

/** Read verifies with the same secret, or with the public half of the same key. */
async function read(token, { secret, secret_encoding: encoding = 'utf8', key }) {
  if (secret !== undefined) {
    session.read(token, { source: 'secret', text: secret, encoding });
    return;
  }
  const converted = key === undefined ? null : await convert({ key }).catch(() => null);
  session.read(token, converted?.public_jwk ? { source: 'keys', text: format(converted.public_jwk) } : null);
}

function strip(token) {
  const element = new TokenStrip();
  element.show(token);
  return element;
}

function refresh(answer) {
  return h('section', { class: 'refresh' }, h('h3', {}, 'Refresh token'),
    h('p', { class: 'help' }, 'Only for the token endpoint of its issuer, once. Keep it where scripts cannot read it.'),
    strip(answer.refresh_token), h('div', { class: 'actions' }, new CopyButton('Copy', () => answer.refresh_token)));
}

/** The request again, for a shell. The API key stays out of it. */
function curl(spec) {
  const body = JSON.stringify(spec).replaceAll("'", "'\\''");
  const key = access.key ? ' -H "X-Api-Key: $MINTMARK_API_KEY"' : '';
  return `curl -s ${location.origin}/tokens -H 'Content-Type: application/json'${key} -d '${body}'`;
}

customElements.define('minted-token', MintedToken);
