import { fill, freshId, h } from '../lib/dom.js';
import { step } from '../lib/json.js';
import { meanings } from '../lib/meanings.js';
import { ClaimRow } from './claim-row.js';

/** An editor for the members of a JSON object: rows of name, value and type, with the names that the service can explain. */
export class ClaimRows extends HTMLElement {
  #part;
  #known;
  #changed;
  #rows = h('div', { class: 'rows' });
  #names;
  #noun;

  /**
   * @param part `payload` or `header`
   * @param noun what a member is, as `claim`
   * @param known usual names, each with its type
   * @param changed is called after every change
   */
  constructor({ part, noun, legend, known, changed }) {
    super();
    this.#part = part;
    this.#known = known;
    this.#noun = noun;
    this.#changed = changed;
    this.#names = h('datalist', { id: freshId('names') }, Object.keys(known).map((name) => h('option', { value: name })));
    this.append(h('fieldset', { class: 'claim-rows' }, h('legend', {}, legend), this.#rows, this.#names,
      h('button', { type: 'button', class: 'quiet', click: () => this.#add() }, `Add ${noun}`)));
  }

  /** Shows the members of an object, without telling of a change. */
  show(entries) {
    fill(this.#rows, entries.map(([name, value]) => this.#row(name, value)));
  }

  /** The members, or null while one of them cannot be read. Rows without a name do not count. */
  get entries() {
    const rows = [...this.#rows.children].filter((row) => row.name !== '');
    const names = rows.map((row) => row.name);
    rows.forEach((row, i) => row.check(names.indexOf(row.name) === i));
    return rows.every((row) => row.isReadable) ? rows.map((row) => [row.name, row.value]) : null;
  }

  /** Shows errors of the service at the row that each points to. @param places the pointers of the objects that a member may be in */
  showErrors(errors, places) {
    for (const row of this.#rows.children) {
      const pointers = places.map((place) => place + step(row.name));
      row.showError(errors.find((one) => pointers.some((pointer) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`)))?.detail);
    }
  }

  #row(name, value) {
    const row = new ClaimRow({ noun: this.#noun, known: this.#known, names: this.#names.id, changed: this.#changed, touched: () => this.#explain(row) });
    row.show(name, value);
    row.addEventListener('remove', () => this.#remove(row));
    return row;
  }

  #add() {
    const row = this.#row('', '');
    this.#rows.append(row);
    row.focusName();
  }

  /** The focus goes on to the next row, or to the button. */
  #remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    if (next) {
      next.focusName();
    } else {
      this.querySelector('fieldset > button').focus();
    }
    this.#changed();
  }

  /** Meanings are asked for when the first name is about to be chosen. */
  async #explain(row) {
    try {
      const known = await meanings(this.#part, this.#known);
      for (const option of this.#names.children) {
        option.label = known.get(option.value) ?? '';
      }
      row.explain(known.get(row.name));
    } catch {
      // Names can be chosen without their meanings.
    }
  }
}

customElements.define('claim-rows', ClaimRows);
