import { announce, h } from '../lib/dom.js';

const SHOWN = 1600;

/** Copies what `text()` gives, and says so in its own place. */
export class CopyButton extends HTMLElement {
  #text;
  #button;
  #label;

  constructor(label, text, kind = 'quiet') {
    super();
    this.#text = text;
    this.#label = label;
    this.#button = h('button', { type: 'button', class: kind, click: () => this.#copy() }, label);
    this.append(this.#button);
  }

  async #copy() {
    const done = await copy(this.#text());
    this.#button.textContent = done ? 'Copied' : 'Not copied';
    announce(done ? `${this.#label}: copied` : 'The browser did not let the page copy');
    setTimeout(() => {
      this.#button.textContent = this.#label;
    }, SHOWN);
  }
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Browsers have no clipboard for pages that came by plain http from another machine, as in a cluster. */
function copyBySelection(text) {
  const area = h('textarea', { class: 'unseen-text', 'aria-hidden': 'true' });
  const focused = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return done;
}

customElements.define('copy-button', CopyButton);
