import { fill, freshId, h } from '../lib/dom.js';

/** Above this many characters colours cost more than they tell. */
const COLOURED = 100_000;

/**
 * A text area whose text is coloured: an ordinary one, over a copy of its text that has the colours. It grows with what
 * is in it, and Tab leaves it as it leaves any field.
 */
export class CodeField extends HTMLElement {
  #area;
  #mirror = h('pre', { 'aria-hidden': 'true' });
  #colour;
  #drawn;

  constructor({ label, help, placeholder, colour, name, hiddenLabel = false }) {
    super();
    const id = freshId('code');
    this.#colour = colour;
    this.#area = h('textarea', {
      id, name, placeholder, rows: 1, spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'soft',
      'aria-describedby': help ? `${id}-help` : null,
      input: () => this.#redraw(),
      scroll: () => this.#follow(),
    });
    this.append(
      h('label', { for: id, class: hiddenLabel ? 'unseen-text' : null }, label),
      help ? h('p', { class: 'help', id: `${id}-help` }, help) : '',
      h('div', { class: 'code-box' }, this.#mirror, this.#area));
  }

  get area() {
    return this.#area;
  }

  get value() {
    return this.#area.value;
  }

  /** Sets the text as if it had been there; nobody is told. */
  set value(text) {
    if (text !== this.#area.value) {
      this.#area.value = text;
      this.#redraw();
    }
  }

  /** Lights up one part of a token, or none. */
  light(part) {
    for (const node of this.#mirror.querySelectorAll('.part')) {
      node.classList.toggle('lit', node.dataset.part === part);
    }
  }

  /** The part of a token at a point of the window. */
  partAt(x, y) {
    const node = document.elementsFromPoint(x, y).find((element) => element.matches('.part') && this.contains(element));
    return node?.dataset.part ?? null;
  }

  /** Many keys between two frames are drawn once. */
  #redraw() {
    cancelAnimationFrame(this.#drawn);
    this.#drawn = requestAnimationFrame(() => {
      const text = this.#area.value;
      // A last empty line has no height in a block of text unless something is on it.
      fill(this.#mirror, text.length > COLOURED ? text : this.#colour(text), text.endsWith('\n') ? ' ' : '');
      this.#follow();
    });
  }

  #follow() {
    this.#mirror.scrollTop = this.#area.scrollTop;
  }
}

customElements.define('code-field', CodeField);
