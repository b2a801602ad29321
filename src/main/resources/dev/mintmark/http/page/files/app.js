import { contract, jwks, keys } from './lib/api.js';
import { Contract } from './lib/contract.js';
import { fill } from './lib/dom.js';
import { session } from './lib/session.js';
import { ApiKeyDialog } from './parts/api-key-dialog.js';
import { ProblemNote } from './parts/problem-note.js';
import { KeysView } from './views/keys.js';
import { LearnView } from './views/learn.js';
import { MakeView } from './views/make.js';
import { ReadView } from './views/read.js';
import { UseView } from './views/use.js';

const VIEWS = { make: MakeView, read: ReadView, keys: KeysView, learn: LearnView, use: UseView };
const main = document.getElementById('main');
const views = {};

document.body.append(new ApiKeyDialog(document.getElementById('api-key')));
session.addEventListener('read', (event) => {
  location.hash = 'read';
  views.read.take(event.detail);
});
await start();

/** Before the first view there is nothing to see, so what it needs is waited for and nothing moves later. */
async function start() {
  const token = arrivedToken();
  try {
    const [schemas, ring, published] = await Promise.all([contract(), keys(), jwks()]);
    const algorithms = [...new Set(ring.keys.filter((key) => key.state === 'active').map((key) => key.algorithm))];
    const publicAlgorithms = algorithms.filter((name) => published.keys.some((key) => key.alg === name));
    const known = { contract: new Contract(schemas), algorithms, publicAlgorithms, issuer: ring.issuer };
    fill(main, Object.entries(VIEWS).map(([name, View]) => {
      views[name] = new View(known);
      views[name].hidden = true;
      return views[name];
    }));
    addEventListener('hashchange', () => show(arrivedToken(), true));
    show(token, false);
  } catch (error) {
    const note = new ProblemNote();
    fill(main, note);
    note.show(error, start);
  }
}

/** A token after #token= was never sent anywhere; out of the address it goes into no history or bookmark either. */
function arrivedToken() {
  const arrived = location.hash.match(/^#token=(.*)$/)?.[1];
  if (arrived === undefined) {
    return null;
  }
  history.replaceState(null, '', `${location.pathname}#read`);
  try {
    return decodeURIComponent(arrived);
  } catch {
    return arrived;
  }
}

/** A view is shown when it is filled, so that nothing in it moves. */
async function show(token, focus) {
  const { hash } = location;
  const [wanted, detail] = hash.slice(1).split('/');
  const name = wanted in VIEWS ? wanted : 'make';
  await views[name].refresh?.(detail);
  if (location.hash !== hash) {
    return;
  }
  for (const [other, view] of Object.entries(views)) {
    view.hidden = other !== name;
  }
  for (const link of document.querySelectorAll('nav a')) {
    link.toggleAttribute('aria-current', false);
    if (link.hash === `#${name}`) {
      link.setAttribute('aria-current', 'page');
    }
  }
  const heading = views[name].querySelector('h1');
  document.title = `${heading.textContent} · Mintmark`;
  if (token) {
    views.read.take(token);
  }
  if (focus) {
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}
