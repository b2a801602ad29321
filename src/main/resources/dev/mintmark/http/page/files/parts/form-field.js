import { freshId, h } from '../lib/dom.js';
import { visible } from '../lib/unseen.js';

/** A control with its label, its help, and the error that the service reports for its content. */
export class FormField extends HTMLElement {
  #control;
  #error;

  /** @param pointer where the member is in a request, as problems name it; claim the claim that it sets, shown beside the label */
  constructor({ label, help, control, pointer, claim }) {
    super();
    const id = freshId('field');
    control.id = id;
    this.#control = control;
    this.dataset.pointer = pointer ?? '';
    this.#error = h('p', { class: 'field-error', id: `${id}-error`, hidden: true });
    control.setAttribute('aria-describedby', `${help ? `${id}-help ` : ''}${id}-error`);
    this.append(
      h('div', { class: 'label' }, h('label', { for: id }, label), claim ? h('code', {}, claim) : ''), control,
      help ? h('p', { class: 'help', id: `${id}-help` }, help) : '', this.#error);
  }

  showError(detail) {
    this.#error.replaceChildren(visible(detail ?? ''));
    this.#error.hidden = !detail;
    this.#control.toggleAttribute('aria-invalid', Boolean(detail));
    if (detail) {
      this.#control.setAttribute('aria-invalid', 'true');
    }
  }
}

customElements.define('form-field', FormField);

/** Puts each error of a problem beside the field it points to, and takes back those of the last one. */
export function showErrors(form, errors = []) {
  for (const field of form.querySelectorAll('form-field')) {
    const { pointer } = field.dataset;
    const error = pointer && errors.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
    field.showError(error?.detail);
  }
}

/** A select from a list of values, or of pairs of value and label. */
export function select(values, attributes = {}) {
  return h('select', attributes, values.map((value) => {
    const [key, label] = Array.isArray(value) ? value : [value, value];
    return h('option', { value: key }, label);
  }));
}

/** A few choices of which one holds, all visible. */
export function choice(legend, options, chosen) {
  const name = freshId('choice');
  return h('fieldset', { class: 'choice' }, h('legend', {}, legend), options.map(([value, label], i) =>
    h('label', {}, h('input', { type: 'radio', name, value, checked: i === 0, change: () => chosen(value) }), h('span', {}, label))));
}

/** The same as a row of buttons, for the form in which one thing is shown. */
export function segmented(legend, options, chosen) {
  const group = choice(legend, options, chosen);
  group.className = 'segmented';
  group.firstElementChild.className = 'unseen-text';
  return group;
}
