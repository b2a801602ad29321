import { fillPreset, presets } from '../lib/api.js';
import { announce, fill, h } from '../lib/dom.js';
import { latest } from '../lib/latest.js';
import { list, textOf } from './spec-values.js';
import { FormField, showErrors } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';

/** Requests to start from, as the service lists them, and the values of the chosen one. */
export class PresetPicker extends HTMLElement {
  #select = h('select', { id: 'make-start', change: () => this.#choose(), focus: () => this.load() });
  #values = h('details', { class: 'card preset-values', hidden: true });
  #note = new ProblemNote();
  #use;
  #known = new Map();
  #isLoading = false;
  #again = null;
  #fill = latest((signal, name, body) => fillPreset(name, body, signal), ({ spec }) => this.#filled(spec), (error) => this.#fail(error));

  /** @param use is called with a request */
  constructor(use) {
    super();
    this.#use = use;
    this.className = 'start';
    this.append(h('label', { for: 'make-start' }, 'Start from'), this.#select);
    this.#offer([]);
  }

  /** Where the values of a chosen preset are filled in. */
  get values() {
    return this.#values;
  }

  /** Fetches the list, once. The page does so after its first token, so that the list delays nothing. */
  async load() {
    if (this.#isLoading || this.#known.size > 0) {
      return;
    }
    this.#isLoading = true;
    try {
      this.#offer((await presets()).presets);
    } catch {
      // The next focus tries again; what the user sees of a lost service is said beside the token.
    } finally {
      this.#isLoading = false;
    }
  }

  /** The request is no longer that of a preset. */
  leave() {
    this.#fill.cancel();
    this.#select.value = '';
    this.#values.hidden = true;
  }

  #offer(all) {
    this.#known = new Map(all.flatMap((preset) => preset.variants.map((variant) => [`${preset.name}/${variant.name}`, { preset, variant }])));
    const option = ([value, { preset, variant }]) => h('option', { value }, preset.variants.length > 1 ? `${preset.title}: ${variant.title}` : preset.title);
    fill(this.#select, h('option', { value: '' }, 'Your own request'), [...this.#known].map(option));
  }

  #choose() {
    const found = this.#known.get(this.#select.value);
    this.#fill.cancel();
    this.#values.hidden = !found;
    if (found) {
      this.#show(found);
      this.#use(structuredClone(found.variant.spec));
      announce(`${found.preset.title}: the request is filled in.`);
    }
  }

  #show({ preset, variant }) {
    const slots = preset.slots.filter(({ example }) => has(variant.spec, example));
    const controls = slots.map((slot) => h('input', { type: 'text', value: textOf(slot.example), maxlength: 2000, spellcheck: 'false', autocomplete: 'off', input: () => this.#typed(preset, variant, slots, controls) }));
    const fields = slots.map((slot, i) => new FormField({ label: labelOf(slot.name), control: controls[i], pointer: `/slots/${slot.name}`, claim: slot.pointer.replace(/^\//, '') }));
    this.#note.clear();
    this.#values.open = false;
    fill(this.#values,
      h('summary', {}, `${preset.title}: ${slots.length} values to fill in`),
      h('p', { class: 'help' }, `${preset.description} It imitates the shape of the token. The token is signed by this service.`),
      h('div', { class: 'fields-grid' }, fields), this.#note,
      h('p', { class: 'references' }, preset.references.flatMap((one, i) => [i > 0 ? ' · ' : '', reference(one)])));
  }

  /** An empty field keeps the example. */
  #typed(preset, variant, slots, controls) {
    const given = slots.map(({ name, example }, i) => [name, Array.isArray(example) ? [list(controls[i].value)].flat() : controls[i].value.trim()]);
    this.#again = () => this.#typed(preset, variant, slots, controls);
    this.#fill(preset.name, { variant: variant.name, slots: Object.fromEntries(given.filter(([, value]) => value.length > 0 && value[0] !== '')) });
  }

  #filled(spec) {
    this.#note.clear();
    showErrors(this.#values, []);
    this.#use(spec);
  }

  #fail(error) {
    showErrors(this.#values, error.errors);
    this.#note.show(error, this.#again);
  }
}

/** A variant need not use each slot of its preset. */
function has(spec, example) {
  const text = JSON.stringify(example);
  return JSON.stringify(spec).includes(typeof example === 'string' ? text.slice(1, -1) : text);
}

function labelOf(name) {
  const words = name.replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

function reference(text) {
  return text.startsWith('https://') ? h('a', { href: text, rel: 'noreferrer' }, new URL(text).host) : text;
}

customElements.define('preset-picker', PresetPicker);
