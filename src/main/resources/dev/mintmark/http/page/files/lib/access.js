/** The API key, in this variable and nowhere else: it is gone with the tab. Fires `asked` and `changed`. */
class Access extends EventTarget {
  #key = '';
  #retry = null;

  get key() {
    return this.#key;
  }

  /** Asks the user for the key. @param retry runs again what was refused without it */
  ask(retry = null) {
    this.#retry = retry;
    this.dispatchEvent(new Event('asked'));
  }

  use(key) {
    this.#key = key;
    const retry = this.#retry;
    this.#retry = null;
    this.dispatchEvent(new Event('changed'));
    retry?.();
  }
}

export const access = new Access();
