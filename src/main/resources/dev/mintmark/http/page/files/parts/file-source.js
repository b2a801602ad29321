import { announce, fill, h } from '../lib/dom.js';
import { visible } from '../lib/unseen.js';

const KILO = 1024;
/** No token or key that the service takes is larger. */
const MOST = 256 * KILO;

/**
 * Lets a file be dropped on an element, or chosen with the button that this makes. A file that is too large is not read.
 *
 * @param target what a file or a text is dropped on
 * @param what the field is for, in words
 * @param take gets the text
 */
export function fileSource(target, what, take) {
  const error = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const input = h('input', { type: 'file', hidden: true, 'aria-hidden': 'true', tabindex: -1, change: () => read(input.files[0]) });
  const read = async (file) => {
    const text = file ? await textOf(file, fail) : null;
    input.value = '';
    if (text !== null) {
      error.hidden = true;
      take(text);
    }
  };
  const fail = (message) => {
    error.hidden = false;
    fill(error, visible(message));
    announce(message);
  };
  listen(target, (data) => (data.files[0] ? read(data.files[0]) : take(data.getData('text'))));
  return h('div', { class: 'file-source' },
    h('button', { type: 'button', class: 'quiet', click: () => input.click(), 'aria-label': `Choose a file for ${what}` }, 'Choose a file'), input, error);
}

function listen(target, drop) {
  const mark = (on) => target.classList.toggle('dropping', on);
  target.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  target.addEventListener('dragleave', () => mark(false));
  target.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    mark(false);
    drop(event.dataTransfer);
  });
}

async function textOf(file, fail) {
  if (file.size > MOST) {
    fail(`${file.name} has ${size(file.size)}; a token or key has at most ${size(MOST)}. It was not read.`);
    return null;
  }
  const text = await file.text();
  if (text.includes('\u0000') || text.includes('\ufffd')) {
    fail(`${file.name} is not a text file. DER and PKCS #12 files have to be converted to PEM first.`);
    return null;
  }
  return text;
}

function size(bytes) {
  return bytes < KILO * KILO ? `${Math.round(bytes / KILO)} KB` : `${Math.round(bytes / KILO / KILO)} MB`;
}
