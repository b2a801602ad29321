import { access } from '../lib/access.js';
import { LostConnection } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { visible } from '../lib/unseen.js';

const UNAUTHORIZED = 401;

/** What went wrong, in the service's own words, with the next step where there is one. */
export class ProblemNote extends HTMLElement {
  #body = h('div', { role: 'alert' });

  constructor() {
    super();
    this.append(this.#body);
    this.hidden = true;
  }

  /** @param title the first words; retry runs once more what failed */
  show(error, retry, title = titleOf(error)) {
    this.#body.replaceChildren(h('p', { class: 'problem' }, h('strong', {}, `${title} `), visible(error.message)));
    const beyond = (error.errors ?? []).filter((one) => one.detail !== error.message);
    if (beyond.length > 0) {
      this.#body.append(h('ul', {}, beyond.map((one) => h('li', {}, h('code', {}, visible(one.pointer)), ' ', visible(one.detail)))));
    }
    if (error.status === UNAUTHORIZED) {
      this.#body.append(h('button', { type: 'button', click: () => access.ask(retry) }, 'Enter the API key'));
    } else if (retry && (error instanceof LostConnection || error.status >= 500)) {
      this.#body.append(h('button', { type: 'button', click: () => retry() }, 'Try again'));
    }
    this.hidden = false;
  }

  clear() {
    this.#body.replaceChildren();
    this.hidden = true;
  }
}

customElements.define('problem-note', ProblemNote);

function titleOf(error) {
  if (error instanceof LostConnection) {
    return 'No connection.';
  }
  if (error.status === UNAUTHORIZED) {
    return access.key ? 'The API key was not accepted.' : 'This service asks for an API key.';
  }
  return error.status >= 500 ? 'The service failed.' : 'Not accepted.';
}
