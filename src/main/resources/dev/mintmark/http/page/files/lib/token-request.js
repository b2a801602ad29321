import { access } from './access.js';
import { advise, mint, verify } from './api.js';
import { latest } from './latest.js';
import { parse } from './json.js';

/** Long enough that a word is typed, short enough to be felt as at once; in milliseconds. */
const PAUSE = 300;
const UNAUTHORIZED = 401;

/**
 * The request for a token and the token that was minted by it: the one place that knows whether the two belong together.
 * Each change outdates the token and mints a new one, where minting is open. Fires `update` whenever something differs.
 */
export class TokenRequest extends EventTarget {
  spec = {};
  /** Whether the request can be sent at all: half-typed JSON cannot. */
  isReadable = true;
  isBusy = false;
  /** The last token: `{answer, spec, verdict, verifyError}`. */
  minted = null;
  /** Whether that token was minted by the request as it is now, and the last attempt succeeded. */
  isCurrent = false;
  /** Findings on the request as it is now, or null while they are unknown. */
  advisories = null;
  error = null;
  #isRefused = false;
  #isWanted = false;
  #run = latest(
    (signal, spec) => this.#evaluate(signal, spec),
    () => this.#set({ isBusy: false }),
    (error) => this.#set({ isBusy: false, error }),
    PAUSE);

  constructor() {
    super();
    access.addEventListener('changed', () => this.#isRefused && access.key && this.mint());
  }

  /** @param isWhole whether the request was not typed but chosen, so that no pause has to be waited for */
  change(spec, isWhole = false) {
    this.#isWanted = false;
    this.#set({ spec, isReadable: true, isCurrent: false, error: null, isBusy: true });
    (isWhole ? this.#run.now : this.#run)(copy(spec));
  }

  /** The user is typing something that is not a request. */
  unreadable() {
    this.#run.cancel();
    this.#set({ isReadable: false, isCurrent: false, isBusy: false, error: null });
  }

  /** Mints now, once more if nothing changed. @param isWanted by the user, who is asked for the API key if one is needed */
  mint(isWanted = false) {
    this.#isRefused = false;
    this.#isWanted = isWanted;
    this.#set({ isBusy: true, error: null });
    this.#run.now(copy(this.spec));
  }

  /** Whether a mint needs an API key that the user has not given. */
  get needsKey() {
    return this.#isRefused;
  }

  async #evaluate(signal, spec) {
    if (this.#isRefused) {
      await this.#advise(signal, spec);
      return;
    }
    try {
      const answer = await mint({ ...spec, advise: true, explain: true }, signal);
      if (signal.aborted) {
        return;
      }
      this.#set({ minted: { answer, spec, verdict: null, verifyError: null }, isCurrent: true, advisories: answer.advisories });
      await this.#verify(signal);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      this.#isRefused = error.status === UNAUTHORIZED;
      this.#set({ isCurrent: false, error });
      if (this.#isRefused && this.#isWanted) {
        access.ask();
      }
      await this.#advise(signal, spec).catch(() => signal.aborted || this.#set({ advisories: null }));
    }
  }

  /** Asks the service to verify, with the key that signed. */
  async #verify(signal) {
    const { answer, spec } = this.minted;
    const { secret, secret_encoding, key } = spec;
    const found = {};
    try {
      found.verdict = await verify({ token: answer.token, secret, secret_encoding, key }, signal);
    } catch (error) {
      found.verifyError = error;
    }
    if (!signal.aborted) {
      this.#set({ minted: { ...this.minted, ...found } });
    }
  }

  /** Advice needs no API key and refuses less than minting does. */
  async #advise(signal, spec) {
    try {
      const report = await advise({ spec }, signal);
      if (!signal.aborted) {
        this.#set({ advisories: report.advisories });
      }
    } catch (error) {
      // The request was {"spec": …}, so its pointers begin one step higher.
      error.errors?.forEach((one) => {
        one.pointer = one.pointer.replace(/^\/spec(?=\/)/, '');
      });
      throw error;
    }
  }

  #set(values) {
    Object.assign(this, values);
    this.dispatchEvent(new Event('update'));
  }
}

/** Numbers that keep their digits cannot be cloned, but they can be written and read. */
function copy(value) {
  return parse(JSON.stringify(value));
}
