import { advise, decode, verify } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { token as coloured } from '../lib/highlight.js';
import { latest } from '../lib/latest.js';
import { session } from '../lib/session.js';
import { CodeField } from '../parts/code-field.js';
import { ProblemNote } from '../parts/problem-note.js';
import { showErrors } from '../parts/form-field.js';
import { VerdictStamp } from '../parts/verdict-stamp.js';
import { ExpectationsForm } from './expectations-form.js';
import { ReadResult } from './read-result.js';
import { TrustForm } from './trust-form.js';

const TOKEN_INSIDE = /[\w-]+\.[\w-]+\.[\w-]*/;

/** Read a token: what is in it, whether it holds, and what is dangerous about it. */
export class ReadView extends HTMLElement {
  #field = new CodeField({ label: 'The token', help: 'Paste it, drop it, or open this page with #token=… at the end of its address.', colour: coloured, name: 'token', placeholder: 'eyJhbGciOi…' });
  #trust;
  #expectations;
  #stamp = new VerdictStamp();
  #note = new ProblemNote();
  #repair = h('div', {});
  #result = new ReadResult();
  #read = latest((signal) => this.#ask(signal), (answer) => this.#show(answer), (error) => this.#fail(error));

  constructor({ contract }) {
    super();
    const changed = () => this.#changed();
    this.#trust = new TrustForm(contract, changed);
    this.#expectations = new ExpectationsForm(contract, changed);
    this.#field.area.addEventListener('input', changed);
    this.append(
      h('h1', { tabindex: -1 }, 'Read a token'),
      h('div', { class: 'columns' },
        h('div', { class: 'aside' },
          h('section', { class: 'card', 'aria-label': 'The token' }, this.#field, this.#repair, this.#actions()),
          h('section', { class: 'card', 'aria-labelledby': 'read-trust' }, h('h2', { id: 'read-trust' }, 'Verify it with'), this.#trust,
            h('details', {}, h('summary', {}, 'What your service expects'), this.#expectations))),
        h('div', {}, h('section', { class: 'card', 'aria-label': 'The verdict' }, this.#stamp, this.#note), this.#result)));
    this.#listen();
    this.#clear();
  }

  /** Takes a token from elsewhere. */
  take(token) {
    this.#field.value = token;
    this.#changed();
  }

  #actions() {
    return h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'quiet', click: () => session.minted && this.take(session.minted.answer.token) }, 'The one I just made'),
      h('button', { type: 'button', class: 'quiet', click: () => this.take('') }, 'Clear'));
  }

  #listen() {
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', async (event) => {
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      this.take(((file ? await file.text() : event.dataTransfer.getData('text')) ?? '').trim());
    });
    this.#field.addEventListener('mousemove', (event) => this.#point(this.#field.partAt(event.clientX, event.clientY)));
    this.#field.addEventListener('mouseleave', () => this.#point(null));
    for (const [enter, leave] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
      this.#result.addEventListener(enter, (event) => this.#link(event.target.closest('[data-pointer]')?.dataset.pointer));
      this.#result.addEventListener(leave, () => this.#link());
    }
  }

  /** The part of the text that a pointer leads to lights up, and every place that speaks of the same. */
  #link(pointer) {
    this.#field.light(pointer?.split('/')[1] ?? null);
    this.#result.light(pointer);
  }

  #point(part) {
    this.#field.light(part);
    this.#result.light(part ? `/${part}` : null);
  }

  #changed() {
    if (this.#field.value.trim() === '') {
      this.#read.cancel();
      this.#clear();
      return;
    }
    this.#read();
  }

  #clear() {
    this.#note.clear();
    fill(this.#repair);
    this.#result.clear();
    this.#stamp.wait('Nothing to read yet', 'The verdict, every check and every field will stand here.');
  }

  async #ask(signal) {
    const token = this.#field.value.trim();
    const expect = this.#expectations.members;
    const ready = this.#trust.isReady;
    const [content, verdict] = await Promise.allSettled([
      decode({ token }, signal),
      ready ? verify({ token, ...this.#trust.members, expect }, signal) : null]);
    const advice = content.status === 'rejected' && verdict.status === 'rejected' ? await advise({ token }, signal) : null;
    return { token, content, verdict, advice };
  }

  #show({ token, content, verdict, advice }) {
    this.#note.clear();
    showErrors(this, []);
    this.#repairs(token, content);
    if (verdict.status === 'rejected') {
      this.#fail(verdict.reason);
    } else if (verdict.value) {
      this.#stamp.show(verdict.value);
    } else {
      this.#stamp.wait('Not verified yet', 'Paste the key or secret to verify it with.');
    }
    this.#result.show(content.value ?? null, verdict.value ?? null, content.reason ?? null, advice);
  }

  /** Text around a token, as in a header or a log, is not part of it. */
  #repairs(token, content) {
    const inside = content.status === 'rejected' && token.match(TOKEN_INSIDE)?.[0];
    fill(this.#repair, inside && inside !== token
      ? h('p', { class: 'hint' }, 'There is something around the token. ', h('button', { type: 'button', click: () => this.take(inside) }, 'Read the token alone')) : '');
  }

  #fail(error) {
    showErrors(this, error.errors);
    this.#stamp.wait('Nobody can tell', 'The service gave no verdict.');
    this.#note.show(error, () => this.#read());
  }
}

customElements.define('read-view', ReadView);
