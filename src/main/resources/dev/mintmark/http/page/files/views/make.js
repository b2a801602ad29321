import { arrange } from '../lib/arrange.js';
import { h } from '../lib/dom.js';
import { session } from '../lib/session.js';
import { TokenRequest } from '../lib/token-request.js';
import { AdvisoryList } from '../parts/advisory-list.js';
import { DescribeField } from '../parts/describe-field.js';
import { MintedToken } from '../parts/minted-token.js';
import { ProblemNote } from '../parts/problem-note.js';
import { SummaryText } from '../parts/summary-text.js';
import { TokenContent } from '../parts/token-content.js';
import { PresetPicker } from './presets.js';
import { RequestEditor } from './request-editor.js';

/** A service this slow shows the view before the first token, so that nobody looks at an empty page. */
const FIRST_TOKEN = 600;

/** The request of the first token; the presets of the service come after it. */
const FIRST = { subject: 'user-7f3a', audience: 'https://orders.example', client_id: 'web-shop', scope: 'orders:read orders:write', expires_in: '15m' };

/** Make a token: the request, the token that belongs to it, what is in it, and advice. */
export class MakeView extends HTMLElement {
  #request = new TokenRequest();
  #editor;
  #note = new ProblemNote();
  #advisories = new AdvisoryList();
  #content = new TokenContent((one) => this.#advisories.go((item) => item.rule === one.rule && item.pointer === one.where));
  #minted;
  #summary = new SummaryText(this.#advisories);
  #button = h('button', { type: 'submit', form: 'make-form', class: 'primary' }, 'Mint');
  #contentCard = h('section', { class: 'card', 'aria-label': 'Decoded token', hidden: true }, this.#summary, this.#content);
  #adviceCard = h('section', { class: 'card', 'aria-labelledby': 'make-advice', hidden: true }, h('h2', { id: 'make-advice' }, 'Security advice'), this.#advisories);
  #start = new PresetPicker((spec) => this.#editor.start(spec));
  #drawn = {};

  constructor({ algorithms, issuer }) {
    super();
    this.#editor = new RequestEditor(this.#request, algorithms);
    this.#minted = new MintedToken(issuer, this.#advisories);
    const form = h('form', { id: 'make-form', class: 'card', 'aria-labelledby': 'make-request', novalidate: true, submit: (event) => this.#mint(event), keydown: (event) => submits(event) && form.requestSubmit() }, this.#editor);
    const token = h('section', { class: 'card', 'aria-labelledby': 'make-token' },
      h('div', { class: 'bar' }, h('h2', { id: 'make-token' }, 'Token'), this.#button), this.#note, this.#minted);
    const describe = h('section', { class: 'card', 'aria-label': 'Describe the token' }, new DescribeField((spec) => this.#begin(spec)));
    const left = h('div', {});
    const right = h('div', { class: 'aside' });
    this.append(
      h('div', { class: 'lede' }, h('div', {}, h('h1', { tabindex: -1 }, 'Make a token'), h('p', {}, 'Choose an algorithm, set claims, get a signed JWT. Every field is explained, every risk is named.')), this.#start), this.#start.values,
      h('div', { class: 'columns' }, left, right));
    arrange((isNarrow) => {
      left.append(...(isNarrow ? [describe, token, form] : [describe, form]));
      right.append(...(isNarrow ? [] : [token]), this.#contentCard, this.#adviceCard);
    });
    this.#request.addEventListener('update', () => this.#draw());
    form.addEventListener('input', ({ target }) => isLook(target) || this.#start.leave());
    this.#editor.start(structuredClone(FIRST));
  }

  /** Resolves when there is something to see. */
  async refresh() {
    const settled = new Promise((resolve) => {
      const check = () => !this.#request.isBusy && resolve();
      this.#request.addEventListener('update', check);
      check();
    });
    await Promise.race([settled, new Promise((resolve) => { setTimeout(resolve, FIRST_TOKEN); })]);
    this.#start.load();
  }

  /** Starts from a request that was made elsewhere. */
  #begin(spec) {
    this.#start.leave();
    this.#editor.start(structuredClone(spec));
  }

  #mint(event) {
    event.preventDefault();
    if (this.#request.isReadable) {
      this.#request.mint(true);
    }
  }

  #draw() {
    const request = this.#request;
    const { minted, isCurrent, isBusy, isReadable, error, advisories } = request;
    this.#button.disabled = !isReadable;
    this.#button.toggleAttribute('aria-busy', isBusy);
    this.#button.textContent = isCurrent ? 'Mint again' : 'Mint';
    this.#button.className = isCurrent ? 'quiet' : 'primary';
    this.#showError(error);
    this.#minted.show(request);
    this.#contentCard.toggleAttribute('data-outdated', !isCurrent);
    if (minted && minted.answer !== this.#drawn.answer) {
      const { header, claims, explanations } = minted.answer;
      this.#contentCard.hidden = false;
      this.#summary.show(minted.answer, null);
      this.#content.show({ header, payload: claims, explanations, advisories: minted.answer.advisories ?? [] });
      session.remember(minted.answer, minted.spec);
    }
    if (advisories !== this.#drawn.advisories) {
      this.#adviceCard.hidden = advisories === null;
      this.#advisories.show(advisories ?? []);
    }
    this.#drawn = { answer: minted?.answer, advisories, error };
  }

  #showError(error) {
    if (error === this.#drawn.error) {
      return;
    }
    if (error) {
      this.#note.show(error, () => this.#request.mint());
    } else {
      this.#note.clear();
    }
  }
}

/** Control (or Command) and Enter, from any field. */
function submits(event) {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** Whether a control changes how the request is shown, and not the request. */
function isLook(control) {
  return control.closest('.segmented') !== null;
}

customElements.define('make-view', MakeView);
