import { fill, h } from '../lib/dom.js';
import { isObject } from '../lib/json.js';
import { segmented } from './form-field.js';
import { TokenPart } from './token-part.js';

const TABLE = 'table';

/** What is written in a token: header, payload and signature, as tables of explained fields or as JSON. */
export class TokenContent extends HTMLElement {
  #header = new TokenPart('header', 'Header', 'how it is signed');
  #payload = new TokenPart('payload', 'Payload', 'the claims');
  #signature = new TokenPart('signature', 'Signature', 'protects both');
  #kind = h('p', { class: 'kind' });
  #mode = TABLE;
  #content = null;
  #go;

  /** @param go is called with the advisory whose badge was chosen */
  constructor(go) {
    super();
    this.#go = go;
    this.append(
      h('div', { class: 'bar' }, h('h2', {}, 'Decoded token'),
        segmented('Show the token as', [[TABLE, 'Table'], ['json', 'JSON']], (mode) => {
          this.#mode = mode;
          this.#draw();
        })),
      this.#kind, this.#header, this.#payload, this.#signature);
  }

  /** @param content `{header, payload, explanations, advisories}`, and of a decoded token `signature`, `kind`, `kind_reason`, `size` */
  show(content) {
    this.#content = content;
    this.#draw();
  }

  #draw() {
    if (!this.#content) {
      return;
    }
    const { header, payload, signature, kind, kind_reason, size } = this.#content;
    this.#kind.hidden = !kind;
    fill(this.#kind, kind ? [h('strong', {}, kind), ` ${kind_reason.replace(/\.$/, '')}. ${size} bytes.`] : '');
    this.#part(this.#header, 'header', header);
    if (payload === null) {
      this.#payload.showText('The payload is encrypted, or it is not JSON.');
    } else {
      this.#part(this.#payload, 'payload', payload);
    }
    this.#signature.hidden = !signature;
    if (signature) {
      this.#signature.showText(...words(signature));
    }
  }

  #part(part, name, value) {
    if (this.#mode !== TABLE || !isObject(value)) {
      part.showJson(value);
      return;
    }
    const { explanations = [], advisories = [] } = this.#content;
    part.showTable(explanations.filter((one) => one.pointer.startsWith(`/${name}/`)), advisories, this.#go);
  }
}

function words({ present, bytes }) {
  return present
    ? [h('strong', {}, `${bytes} bytes`), ' over header and payload. A change in either breaks it. It does not hide them.']
    : [h('strong', {}, 'None.'), ' Anyone can write such a token.'];
}

customElements.define('token-content', TokenContent);
