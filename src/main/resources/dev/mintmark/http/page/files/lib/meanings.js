import { decode } from './api.js';

const asked = new Map();

/**
 * The glossary of the service for some names: a map from name to meaning. An unsigned token with every name as a member
 * is decoded, because the service explains whatever it decodes. Asked once.
 *
 * @param part `header` or `payload`
 */
export function meanings(part, names) {
  if (!asked.has(part)) {
    const answer = ask(part, names);
    asked.set(part, answer);
    answer.catch(() => asked.delete(part));
  }
  return asked.get(part);
}

async function ask(part, names) {
  const members = Object.fromEntries(names.map((name) => [name, '']));
  const header = { alg: 'none', ...(part === 'header' ? members : {}) };
  const { explanations } = await decode({ token: `${encode(header)}.${encode(part === 'payload' ? members : {})}.` });
  return new Map(explanations.filter((one) => one.pointer.startsWith(`/${part}/`)).map((one) => [one.name, firstPart(one.meaning)]));
}

/** One line of it. */
function firstPart(meaning) {
  return meaning.split(/[.;:](?:\s|$)/)[0];
}

/** The names are ASCII. */
function encode(object) {
  return btoa(JSON.stringify(object)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
