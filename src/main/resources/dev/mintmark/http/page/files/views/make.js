import { advise, mint, verify } from '../lib/api.js';
import { announce, h } from '../lib/dom.js';
import { json } from '../lib/highlight.js';
import { format, isObject, parse } from '../lib/json.js';
import { latest } from '../lib/latest.js';
import { session } from '../lib/session.js';
import { AdvisoryList } from '../parts/advisory-list.js';
import { CodeField } from '../parts/code-field.js';
import { MintedToken } from '../parts/minted-token.js';
import { ProblemNote } from '../parts/problem-note.js';
import { PRESETS } from './presets.js';
import { SpecForm } from './spec-form.js';

/** Make a token: a request as a form and as JSON in step, advice while it is written, and the token. */
export class MakeView extends HTMLElement {
  #spec = {};
  /** What the service refused to mint of this very request: advice, which refuses less, does not take it back. */
  #refused = [];
  #form;
  #editor = new CodeField({ label: 'The same as JSON', help: 'The body of POST /tokens. Further claims go into "claims", header parameters into "headers".', colour: json, name: 'spec' });
  #editorNote = new ProblemNote();
  #note = new ProblemNote();
  #adviceNote = new ProblemNote();
  #advisories = new AdvisoryList();
  #minted = new MintedToken();
  #button = h('button', { type: 'submit', class: 'primary' }, 'Mint the token');
  #advise = latest(
    (signal, spec) => advise({ spec }, signal),
    (report) => this.#showAdvice(report),
    (error) => this.#showRefusal(error, this.#adviceNote, () => this.#advise(this.#spec)));

  constructor({ contract, algorithms }) {
    super();
    this.#form = new SpecForm(contract, algorithms, (spec) => this.#take(spec, this.#editor));
    this.#editor.area.addEventListener('input', () => this.#typed());
    const form = h('form', { novalidate: true, submit: (event) => this.#mint(event), keydown: (event) => submits(event) && form.requestSubmit() },
      this.#presets(),
      h('section', { class: 'card', 'aria-labelledby': 'make-what' }, h('h2', { id: 'make-what' }, 'What is asked for'), this.#form),
      h('section', { class: 'card', 'aria-label': 'The request as JSON' }, this.#editor, this.#editorNote));
    this.append(
      h('h1', { tabindex: -1 }, 'Make a token'),
      h('div', { class: 'columns' }, form,
        h('div', { class: 'aside' },
          h('section', { class: 'card', 'aria-labelledby': 'make-token' },
            h('div', { class: 'bar' }, h('h2', { id: 'make-token' }, 'The token'), this.#button),
            this.#note, this.#minted),
          h('section', { class: 'card', 'aria-labelledby': 'make-advice' }, h('h2', { id: 'make-advice' }, 'What to think of'), this.#adviceNote, this.#advisories))));
    form.id = 'make-form';
    this.#button.setAttribute('form', form.id);
    this.#take(structuredClone(PRESETS[0][1]));
  }

  #presets() {
    return h('div', { class: 'presets', role: 'group', 'aria-label': 'Begin with' }, PRESETS.map(([title, spec]) =>
      h('button', {
        type: 'button', class: 'chip', 'aria-pressed': 'false',
        click: (event) => {
          this.#take(structuredClone(spec));
          event.currentTarget.setAttribute('aria-pressed', 'true');
          announce(`${title}: the form is filled`);
        },
      }, title)));
  }

  /** A new request, from wherever it came: everything else follows it. */
  #take(spec, only) {
    this.#spec = spec;
    this.#refused = [];
    this.querySelectorAll('.chip').forEach((chip) => chip.setAttribute('aria-pressed', 'false'));
    this.#editorNote.clear();
    this.#editor.value = format(spec);
    if (only !== this.#editor) {
      this.#form.show(spec);
    }
    this.#advise(spec);
  }

  #typed() {
    let spec;
    try {
      spec = parse(this.#editor.value);
      if (!isObject(spec)) {
        throw new SyntaxError('The request is a JSON object.');
      }
    } catch (error) {
      this.#editorNote.show(error);
      return;
    }
    this.#editorNote.clear();
    this.#spec = spec;
    this.#refused = [];
    this.#form.show(spec);
    this.#advise(spec);
  }

  #showAdvice(report) {
    this.#adviceNote.clear();
    this.#form.showErrors(this.#refused);
    this.#form.warn(report.advisories);
    this.#advisories.show(report.advisories);
  }

  #showRefusal(error, note, retry) {
    // Advice is asked on {"spec": …}, so its pointers begin one step higher.
    for (const one of error.errors ?? []) {
      one.pointer = one.pointer.replace(/^\/spec(?=\/)/, '');
    }
    this.#form.showErrors(error.errors);
    note.show(error, retry);
  }

  async #mint(event) {
    event?.preventDefault();
    const spec = structuredCopy(this.#spec);
    this.#button.setAttribute('aria-busy', 'true');
    try {
      const answer = await mint({ ...spec, advise: false });
      this.#note.clear();
      this.#refused = [];
      this.#form.showErrors([]);
      session.remember(answer, spec);
      this.#minted.show(answer, spec);
      await this.#verify(answer, spec);
    } catch (error) {
      this.#showRefusal(error, this.#note, () => this.#mint());
      this.#refused = error.errors ?? [];
    } finally {
      this.#button.removeAttribute('aria-busy');
    }
  }

  /** Really asks: with the key that signed, and with what the request wants of the token. */
  async #verify({ token }, { secret, secret_encoding, key }) {
    try {
      this.#minted.showVerdict(await verify({ token, secret, secret_encoding, key }));
    } catch (error) {
      this.#minted.showUnverified(error);
    }
  }
}

/** Control (or Command) and Enter, from any field. */
function submits(event) {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** Numbers that keep their digits cannot be cloned, but be written and read. */
function structuredCopy(value) {
  return parse(JSON.stringify(value));
}

customElements.define('make-view', MakeView);
