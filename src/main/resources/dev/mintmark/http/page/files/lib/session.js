/** What the views tell each other. It lives in memory, as long as the tab. */
class Session extends EventTarget {
  /** The last answer of minting, and the request for it. */
  minted = null;

  remember(answer, spec) {
    this.minted = { answer, spec };
    this.dispatchEvent(new Event('minted'));
  }

  read(token) {
    this.dispatchEvent(new CustomEvent('read', { detail: token }));
  }
}

export const session = new Session();
