import { fill, h } from '../lib/dom.js';
import { AdvisoryList } from '../parts/advisory-list.js';
import { CheckList } from '../parts/check-list.js';
import { ProblemNote } from '../parts/problem-note.js';
import { TimeLine } from '../parts/time-line.js';
import { TokenPart } from '../parts/token-part.js';

/** What was read: the parts with every field, the dates, the checks and the advisories. */
export class ReadResult extends HTMLElement {
  #header = new TokenPart('header', 'Header', 'how it is signed');
  #payload = new TokenPart('payload', 'Payload', 'what it says');
  #signature = new TokenPart('signature', 'Signature', 'what holds it together');
  #note = new ProblemNote();
  #times = new TimeLine();
  #checks = new CheckList();
  #advisories = new AdvisoryList();
  #kind = h('p', { class: 'kind' });
  #parts = card('In it', this.#kind, this.#header, this.#payload, this.#signature);
  #dates = card('When', this.#times);
  #checked = card('Every check', this.#checks);
  #advised = card('What to think of', this.#advisories);

  constructor() {
    super();
    this.append(this.#note, this.#dates, this.#parts, this.#checked, this.#advised);
  }

  clear() {
    this.#note.clear();
    [this.#dates, this.#parts, this.#checked, this.#advised].forEach((section) => {
      section.hidden = true;
    });
  }

  show(content, verdict, error, advice) {
    this.clear();
    if (content) {
      this.#showContent(content);
    } else if (error) {
      this.#note.show(error);
    }
    if (verdict) {
      this.#checked.hidden = false;
      this.#checks.show(verdict.checks);
    }
    const advisories = (verdict ?? content ?? advice)?.advisories;
    if (advisories) {
      this.#advised.hidden = false;
      this.#advisories.show(advisories);
    }
  }

  /** Lights up every place with this pointer; none without one. */
  light(pointer) {
    for (const node of this.querySelectorAll('[data-pointer]')) {
      node.classList.toggle('lit', Boolean(pointer) && node.dataset.pointer === pointer);
    }
  }

  #showContent({ header, payload, signature, kind, kind_reason, size, explanations = [] }) {
    const of = (part) => explanations.filter((one) => one.pointer.startsWith(`/${part}/`));
    this.#parts.hidden = false;
    fill(this.#kind, h('strong', {}, kind), ` ${kind_reason}. ${size} bytes.`);
    this.#header.showJson(header, of('header'));
    if (payload === null) {
      this.#payload.showText('It is encrypted, or no JSON: nothing of it can be shown.');
    } else {
      this.#payload.showJson(payload, of('payload'));
    }
    this.#signature.showText(...signatureWords(signature));
    this.#dates.hidden = false;
    this.#times.show(payload);
  }
}

function signatureWords({ present, bytes }) {
  return present
    ? [h('strong', {}, `${bytes} bytes`), ' over header and payload: one changed letter in either, and it no longer fits. It hides nothing.']
    : [h('strong', {}, 'None'), ': anybody can have written this token.'];
}

function card(title, ...children) {
  return h('section', { class: 'card', 'aria-label': title }, h('h2', {}, title), children);
}

customElements.define('read-result', ReadResult);
