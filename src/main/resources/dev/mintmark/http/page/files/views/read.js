import { advise, decode, verify } from '../lib/api.js';
import { arrange, isNarrow } from '../lib/arrange.js';
import { fill, h } from '../lib/dom.js';
import { latest } from '../lib/latest.js';
import { recognize } from '../lib/recognize.js';
import { session } from '../lib/session.js';
import { showErrors } from '../parts/form-field.js';
import { ReadVerdict } from '../parts/read-verdict.js';
import { TokenField } from '../parts/token-field.js';
import { ExpectationsForm } from './expectations-form.js';
import { ReadResult } from './read-result.js';
import { TrustForm } from './trust-form.js';

/** Read a token: whether it is verified and usable, what is dangerous about it, and what is in it. */
export class ReadView extends HTMLElement {
  #result = new ReadResult();
  #field = new TokenField((keys) => this.#verifyWith(keys));
  #trust = new TrustForm(() => this.#changed());
  #expectations = new ExpectationsForm(() => this.#changed());
  #verdict;
  #isEmpty = true;
  #read = latest((signal) => this.#ask(signal), (answer) => this.#show(answer), (error) => this.#fail(error));

  constructor({ issuer }) {
    super();
    this.#verdict = new ReadVerdict(issuer, this.#result.advisories, (source) => this.#trust.suggest(source));
    this.#field.addEventListener('change', () => this.#changed());
    const token = h('section', { class: 'card', 'aria-label': 'Token' }, this.#field, this.#lastMinted());
    const trust = h('section', { class: 'card', 'aria-labelledby': 'read-trust' }, h('h2', { id: 'read-trust' }, 'Verification'), this.#trust,
      h('h3', {}, 'Your service expects'), this.#expectations);
    const verdict = h('section', { class: 'card verdict-card', 'aria-label': 'Verdict' }, this.#verdict);
    const left = h('div', { class: 'aside' });
    const right = h('div', {});
    this.append(
      h('div', { class: 'lede' }, h('div', {}, h('h1', { tabindex: -1 }, 'Read a token'), h('p', {}, 'See whether a JWT is verified and usable now, what each field means, and what is risky about it.'))),
      h('div', { class: 'columns' }, left, right));
    arrange((narrow) => {
      left.append(...(narrow ? [verdict, token, trust] : [token, trust]));
      right.append(...(narrow ? [] : [verdict]), this.#result);
    });
    this.#listen();
    this.#clear();
  }

  /** Takes a token from elsewhere, with the keys to verify it with. */
  take(token, trust = null) {
    this.#trust.open(trust?.source ?? 'service', trust?.text, trust?.encoding);
    this.#field.take(token);
  }

  /** A text that was pasted or dropped beside the fields goes where it belongs. */
  accept(text) {
    if (recognize(text).kind === 'keys') {
      this.#verifyWith(text);
    } else {
      this.#field.take(text);
    }
  }

  #verifyWith(keys) {
    this.#trust.open('keys', keys.trim());
    this.#changed();
  }

  #lastMinted() {
    const button = h('button', { type: 'button', class: 'quiet', click: () => session.read(session.minted.answer.token) }, 'Read the token I minted');
    button.hidden = session.minted === null;
    session.addEventListener('minted', () => { button.hidden = false; });
    this.#field.querySelector('.actions').append(button);
    return '';
  }

  #listen() {
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', async (event) => {
      event.preventDefault();
      const text = event.dataTransfer.getData('text');
      if (text) {
        this.accept(text);
      }
    });
    this.#field.addEventListener('mousemove', (event) => this.#point(this.#field.partAt(event.clientX, event.clientY)));
    this.#field.addEventListener('mouseleave', () => this.#point(null));
    for (const [enter, leave] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
      this.#result.addEventListener(enter, (event) => this.#link(event.target.closest('[data-pointer]')?.dataset.pointer));
      this.#result.addEventListener(leave, () => this.#link());
    }
  }

  /** The part of the text that a pointer leads to lights up, and every place about the same. */
  #link(pointer) {
    this.#field.light(pointer?.split('/')[1] ?? null);
    this.#result.light(pointer);
  }

  #point(part) {
    this.#field.light(part);
    this.#result.light(part ? `/${part}` : null);
  }

  #changed() {
    if (this.#field.value === '') {
      this.#read.cancel();
      this.#clear();
      return;
    }
    this.#verdict.busy();
    this.#read();
  }

  #clear() {
    this.#isEmpty = true;
    this.toggleAttribute('data-empty', true);
    showErrors(this, []);
    this.#result.clear();
    this.#verdict.clear();
  }

  async #ask(signal) {
    const token = this.#field.value;
    const expect = this.#expectations.members;
    const source = this.#trust.source;
    const [content, verdict] = await Promise.allSettled([
      decode({ token }, signal),
      this.#trust.isReady ? verify({ token, unwrap: true, ...this.#trust.members, expect }, signal) : null]);
    const advice = content.status === 'rejected' && verdict.status === 'rejected' ? await advise({ token }, signal) : null;
    return { source, content, verdict, advice };
  }

  #show({ source, content, verdict, advice }) {
    const advisories = (verdict.value ?? content.value ?? advice)?.advisories ?? null;
    showErrors(this, verdict.reason?.errors);
    this.#reveal();
    this.#result.show(content.value ?? null, content.reason ?? null, verdict.value ?? null, advisories);
    this.#verdict.show({ source, content: content.value, verdict: verdict.value, error: verdict.reason, advisories, retry: () => this.#changed() });
  }

  #fail(error) {
    this.#reveal();
    showErrors(this, error.errors);
    this.#verdict.show({ error, advisories: null, retry: () => this.#changed() });
  }

  /** On a phone the verdict appears above the token, where nobody looks who has just pasted. */
  #reveal() {
    const wasEmpty = this.#isEmpty;
    this.#isEmpty = false;
    this.toggleAttribute('data-empty', false);
    if (wasEmpty && isNarrow()) {
      this.#verdict.scrollIntoView({ block: 'nearest' });
    }
  }
}

customElements.define('read-view', ReadView);
