import { LostConnection, keys } from './lib/api.js';
import { fill } from './lib/dom.js';
import { takeToken } from './lib/fragment.js';
import { recognize } from './lib/recognize.js';
import { session } from './lib/session.js';
import { ApiKeyDialog } from './parts/api-key-dialog.js';
import { ProblemNote } from './parts/problem-note.js';
import { MakeView } from './views/make.js';
import { ReadView } from './views/read.js';

/** Views beside the first two are fetched when they are opened. */
const VIEWS = {
  make: () => MakeView,
  read: () => ReadView,
  keys: async () => (await import('./later/keys.js')).KeysView,
  drill: async () => (await import('./later/drill.js')).DrillView,
  learn: async () => (await import('./later/learn.js')).LearnView,
  integrate: async () => (await import('./later/integrate.js')).IntegrateView,
};
const FIRST = 'make';
const main = document.getElementById('main');
const views = {};
const lost = new ProblemNote();
let known;

document.body.append(new ApiKeyDialog(document.getElementById('api-key')));
const theme = document.getElementById('theme');
theme.addEventListener('change', () => { document.documentElement.dataset.theme = theme.value; });
session.addEventListener('read', async ({ detail: { token, trust } }) => {
  location.hash = 'read';
  (await view('read')).take(token, trust);
});
addEventListener('paste', pasted);
await start();

/** What the views need to know is asked for once, before the first of them is made. */
async function start() {
  const token = takeToken();
  try {
    const list = await keys();
    const active = list.keys.filter((key) => key.state === 'active');
    known = { algorithms: [...new Set(active.map((key) => key.algorithm))], issuer: list.issuer };
    fill(main, lost);
    addEventListener('hashchange', () => show(takeToken(), true));
    await show(token, false);
  } catch (error) {
    const note = new ProblemNote();
    fill(main, note);
    note.show(error, start);
  }
}

/** A view is made when it is first shown. */
async function view(name) {
  const View = await VIEWS[name]();
  if (!views[name]) {
    views[name] = new View(known);
    views[name].hidden = true;
    main.append(views[name]);
  }
  return views[name];
}

/** Like `view`, but null where its code cannot be fetched, which is said. */
async function find(name) {
  try {
    const found = await view(name);
    lost.clear();
    return found;
  } catch {
    lost.show(new LostConnection(), () => show(null, true));
    return null;
  }
}

/** A view is shown when it is filled, so that nothing in it moves. */
async function show(token, focus) {
  const { hash } = location;
  const [wanted, detail] = hash.slice(1).split('/');
  const name = wanted in VIEWS ? wanted : FIRST;
  if (token) {
    (await view('read')).take(token);
  }
  const shown = await find(name);
  await shown?.refresh?.(detail);
  if (!shown || location.hash !== hash) {
    return;
  }
  for (const [other, element] of Object.entries(views)) {
    element.hidden = other !== name;
  }
  for (const link of document.querySelectorAll('nav a')) {
    link.toggleAttribute('aria-current', false);
    if (link.hash === `#${name}`) {
      link.setAttribute('aria-current', 'page');
    }
  }
  const heading = shown.querySelector('h1');
  document.title = `${heading.textContent} · Mintmark`;
  if (focus) {
    heading.focus({ preventScroll: true });
    if (!detail) {
      scrollTo(0, 0);
    }
  }
}

/** A token or a key that is pasted beside all fields goes to Read. */
async function pasted(event) {
  const text = event.clipboardData?.getData('text') ?? '';
  if (event.target.closest?.('input, textarea, select, dialog') || !known || recognize(text).kind === 'text') {
    return;
  }
  event.preventDefault();
  location.hash = 'read';
  (await view('read')).accept(text);
}
