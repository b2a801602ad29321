import { drills, makeDrills } from '../lib/api.js';
import { announce, fill, h } from '../lib/dom.js';
import { session } from '../lib/session.js';
import { FormField, showErrors } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';
import { textBlock } from '../parts/text-block.js';
import { command } from './drill-command.js';
import { DrillList } from './drill-list.js';

const NOT_FOUND = 404;
const UNKNOWN = 'http://localhost:9090/orders';

/** Deliberately bad tokens: what each is, what a correct service answers and why, one to copy, and the runner for all. */
export class DrillView extends HTMLElement {
  #audience = text({ required: true });
  #issuer;
  #url = text({ value: UNKNOWN });
  #button = h('button', { type: 'submit', class: 'primary' }, 'Make the tokens');
  #form = h('form', { class: 'card', novalidate: true, 'aria-labelledby': 'drill-service', submit: (event) => this.#make(event), input: () => this.#changed() });
  #command = h('div', {});
  #made = h('p', { class: 'help', role: 'status' });
  #note = new ProblemNote();
  #list = new DrillList();
  #off = h('section', { class: 'card', hidden: true });
  #body = h('div', { class: 'found', hidden: true });
  #isKnown = false;

  constructor({ issuer }) {
    super();
    this.#issuer = text({ placeholder: issuer });
    const { claims } = session.minted?.answer ?? {};
    this.#audience.value = [claims?.aud ?? []].flat()[0] ?? 'https://orders.example';
    fill(this.#form,
      h('h2', { id: 'drill-service' }, 'Your service'),
      h('div', { class: 'fields-grid' },
        new FormField({ label: 'Audience', help: 'The audience that your service expects.', control: this.#audience, pointer: '/audience', claim: 'aud' }),
        new FormField({ label: 'Issuer', help: 'The issuer that it trusts. Empty: this service.', control: this.#issuer, pointer: '/issuer', claim: 'iss' }),
        new FormField({ label: 'URL', help: 'An operation that needs a token. Only the runner calls it.', control: this.#url })),
      this.#button, this.#note, this.#made);
    fill(this.#body,
      h('div', { class: 'columns even' }, this.#form,
        h('section', { class: 'card', 'aria-labelledby': 'drill-runner' }, h('h2', { id: 'drill-runner' }, 'Run all drills'),
          h('p', { class: 'help' }, 'The runner sends each token to your service and names each weakness. It runs on your computer; this service calls no other.'), this.#command)),
      this.#list);
    this.append(
      h('div', { class: 'lede' }, h('div', {}, h('h1', { tabindex: -1 }, 'Drill'), h('p', {}, 'Tokens with exactly one thing wrong. A correct service rejects each of them.'))),
      this.#off, this.#body);
    this.#showCommand();
  }

  async refresh() {
    if (this.#isKnown) {
      return;
    }
    try {
      this.#list.show((await drills()).drills);
      this.#isKnown = true;
      this.#off.hidden = true;
      this.#body.hidden = false;
    } catch (error) {
      this.#explain(error);
    }
  }

  #explain(error) {
    const note = new ProblemNote();
    if (error.status === NOT_FOUND) {
      fill(this.#off, h('h2', {}, 'Drills are off'), h('p', {}, error.message));
    } else {
      fill(this.#off, note);
      note.show(error, () => this.refresh());
    }
    this.#off.hidden = false;
  }

  get #request() {
    const issuer = this.#issuer.value.trim();
    return { audience: this.#audience.value.trim(), ...(issuer ? { issuer } : {}) };
  }

  /** The tokens are for another service now. */
  #changed() {
    this.#list.forget();
    this.#made.textContent = '';
    this.#showCommand();
  }

  #showCommand() {
    fill(this.#command, textBlock('Command', command({ ...this.#request, url: this.#url.value.trim() }), 'If this service requires an API key, the runner reads it from the environment variable DRILL_API_KEY.'));
  }

  async #make(event) {
    event?.preventDefault();
    const request = this.#request;
    this.#button.setAttribute('aria-busy', 'true');
    try {
      const suite = await makeDrills(request);
      this.#note.clear();
      showErrors(this.#form, []);
      if (JSON.stringify(request) === JSON.stringify(this.#request)) {
        this.#list.take(suite);
        this.#made.textContent = `${suite.drills.length} tokens by ${suite.issuer}. ${suite.skipped.length} drills were skipped.`;
        announce(this.#made.textContent);
      }
    } catch (error) {
      this.#list.forget();
      showErrors(this.#form, error.errors);
      this.#note.show(error, () => this.#make());
    } finally {
      this.#button.removeAttribute('aria-busy');
    }
  }
}

function text(attributes) {
  return h('input', { type: 'text', spellcheck: 'false', autocomplete: 'off', maxlength: 2000, ...attributes });
}

customElements.define('drill-view', DrillView);
