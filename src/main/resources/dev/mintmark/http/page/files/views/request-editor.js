import { fill, h } from '../lib/dom.js';
import { json } from '../lib/highlight.js';
import { format, isObject, parse } from '../lib/json.js';
import { CodeField } from '../parts/code-field.js';
import { segmented } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';
import { SpecForm } from './spec-form.js';
import { areClaims, claimsToSpec } from './spec-values.js';

const FORM = 'form';

/** The token request as a form and as JSON, which follow each other. Broken JSON keeps the form closed, so that nothing typed is lost. */
export class RequestEditor extends HTMLElement {
  #request;
  #form;
  #json = new CodeField({ label: 'Body of POST /tokens', help: 'Further claims go into "claims", header parameters into "headers".', colour: json, name: 'spec' });
  #note = new ProblemNote();
  #offer = h('div', {});
  #switch = segmented('Show the request as', [[FORM, 'Form'], ['json', 'JSON']], (mode) => this.#show(mode));
  #panel;

  /** @param request the TokenRequest that is edited */
  constructor(request, algorithms) {
    super();
    this.#request = request;
    this.#form = new SpecForm(algorithms, (spec) => this.#take(spec));
    this.#json.area.addEventListener('input', () => this.#typed());
    this.#panel = h('div', { hidden: true }, this.#json, this.#note, this.#offer);
    this.append(h('div', { class: 'bar' }, h('h2', { id: 'make-request' }, 'Token request'), this.#switch), this.#form, this.#panel);
    request.addEventListener('update', () => this.#follow());
  }

  /** Replaces the request as a whole. */
  start(spec) {
    this.#readable();
    this.#json.value = format(spec);
    this.#form.show(spec);
    this.#request.change(spec, true);
  }

  #show(mode) {
    this.#form.hidden = mode !== FORM;
    this.#panel.hidden = mode === FORM;
  }

  #take(spec) {
    if (!spec) {
      this.#request.unreadable();
      return;
    }
    this.#json.value = format(spec);
    this.#request.change(spec);
  }

  #typed() {
    let spec;
    try {
      spec = parse(this.#json.value);
      if (!isObject(spec)) {
        throw new SyntaxError('The request is a JSON object, in braces.');
      }
    } catch (error) {
      this.#readable(error);
      this.#request.unreadable();
      return;
    }
    this.#readable(null, spec);
    this.#form.show(spec);
    this.#request.change(spec);
  }

  #readable(error = null, spec = {}) {
    this.#switch.querySelector('input').disabled = error !== null;
    if (error) {
      this.#note.show(error, null, 'Not valid JSON.');
    } else {
      this.#note.clear();
    }
    fill(this.#offer, areClaims(spec) ? h('p', { class: 'hint' }, 'These are the claims of a token, not a request. ',
      h('button', { type: 'button', click: () => this.start(claimsToSpec(spec, this.#request.spec)) }, 'Use as claims')) : '');
  }

  #follow() {
    const { error, advisories, minted, isCurrent } = this.#request;
    this.#form.showErrors(error?.errors ?? []);
    this.#form.warn(advisories ?? []);
    if (isCurrent && minted.spec.algorithm === undefined) {
      this.#form.showDefault(minted.answer.algorithm);
    }
  }
}

customElements.define('request-editor', RequestEditor);
