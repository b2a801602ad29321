import { draft } from '../lib/api.js';
import { announce, fill, h } from '../lib/dom.js';
import { latest } from '../lib/latest.js';
import { ProblemNote } from './problem-note.js';

const PAUSE = 300;

/** The service does not repeat the text of these either. */
const COVERED = ['secret', 'token'];

/** A sentence and what the service understood of it, before anything is minted. */
export class DescribeField extends HTMLElement {
  #input = h('input', { id: 'make-describe', type: 'text', maxlength: 1000, autocomplete: 'off', placeholder: 'expired admin token for alice at acme, audience https://orders.example', input: () => this.#typed(), keydown: (event) => this.#key(event) });
  #result = h('div', { class: 'described' });
  #note = new ProblemNote();
  #answer = null;
  #use;
  #read = latest((signal) => draft({ sentence: this.#input.value }, signal), (answer) => this.#show(answer), (error) => this.#note.show(error), PAUSE);

  /** @param use is called with a request that the user takes over */
  constructor(use) {
    super();
    this.#use = use;
    this.append(h('label', { for: 'make-describe' }, 'Describe the token'), this.#input, this.#note, this.#result);
  }

  #typed() {
    this.#answer = null;
    this.#note.clear();
    if (this.#input.value.trim() === '') {
      this.#read.cancel();
      fill(this.#result);
      return;
    }
    this.#read();
  }

  #key(event) {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#take();
    }
  }

  /** A draft in which nothing was understood is never taken. */
  #take() {
    if (this.#answer?.understood.length > 0) {
      this.#use(this.#answer.spec);
      announce('The request is filled in from your description.');
    }
  }

  #show(answer) {
    this.#answer = answer;
    const { understood, ignored, summary } = answer;
    const isEmpty = understood.length === 0;
    fill(this.#result,
      h('p', { class: 'described-sentence' }, marked(this.#input.value, understood, ignored)),
      list('Assumed', understood.filter(({ how }) => how === 'assumed').map((one) => [`${one.pointer} = ${JSON.stringify(one.value)}`, one.why])),
      list('Ignored', ignored.map((one) => [one.text ? `\u201c${one.text}\u201d` : 'A part that is not repeated', one.message])),
      isEmpty ? h('p', { class: 'help' }, 'Nothing was understood, so there is nothing to use.') : h('p', { class: 'summary' }, summary.map(({ text }) => `${text} `)),
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'primary', disabled: isEmpty, click: () => this.#take() }, 'Use this request')));
  }
}

/** The sentence with every understood and ignored part marked; a secret or a token is covered. */
function marked(sentence, understood, ignored) {
  const parts = [...understood.map((one) => [one, 'is-understood', one.pointer || 'preset']), ...ignored.map((one) => [one, 'is-ignored', 'ignored'])]
    .filter(([{ from, to }]) => from < to)
    .sort(([a], [b]) => a.from - b.from);
  const nodes = [];
  let end = 0;
  for (const [{ from, to, how, code }, name, label] of parts) {
    const isCovered = COVERED.includes(code);
    nodes.push(sentence.slice(end, from), h('mark', { class: how === 'assumed' ? 'is-assumed' : name }, isCovered ? '\u2022\u2022\u2022' : sentence.slice(from, to), h('small', {}, isCovered ? 'not shown' : label.replace(/^\//, ''))));
    end = to;
  }
  return [...nodes, sentence.slice(end)];
}

function list(title, rows) {
  return rows.length === 0 ? '' : h('div', {}, h('h3', {}, title), h('ul', {}, rows.map(([what, why]) => h('li', {}, h('code', {}, what), ' ', why))));
}

customElements.define('describe-field', DescribeField);
