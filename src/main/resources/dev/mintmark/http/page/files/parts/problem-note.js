import { h } from '../lib/dom.js';
import { visible } from '../lib/unseen.js';
import { LostConnection } from '../lib/api.js';

/** What went wrong, in the service's own words, with another try where that can help. */
export class ProblemNote extends HTMLElement {
  #body = h('div', { role: 'alert' });

  constructor() {
    super();
    this.append(this.#body);
    this.hidden = true;
  }

  show(error, retry) {
    const lost = error instanceof LostConnection;
    const passes = lost || error.status >= 500;
    this.#body.replaceChildren(
      h('p', { class: 'problem' }, h('strong', {}, lost ? 'No connection. ' : 'Refused. '), visible(error.message)));
    const beyond = (error.errors ?? []).filter((one) => one.detail !== error.message);
    if (beyond.length > 0) {
      this.#body.append(h('ul', {}, beyond.map((one) => h('li', {}, h('code', {}, visible(one.pointer)), ' ', visible(one.detail)))));
    }
    if (passes && retry) {
      this.#body.append(h('button', { type: 'button', click: retry }, 'Try again'));
    }
    this.hidden = false;
  }

  clear() {
    this.#body.replaceChildren();
    this.hidden = true;
  }
}

customElements.define('problem-note', ProblemNote);
