/** What the views tell each other. It lives in memory, as long as the tab. */
class Session extends EventTarget {
  /** The last answer of minting, and the request for it. */
  minted = null;

  remember(answer, spec) {
    this.minted = { answer, spec };
    this.dispatchEvent(new Event('minted'));
  }

  /** Opens a token in Read. @param trust `{source, text, encoding}` of the keys to verify it with, if not the service's */
  read(token, trust = null) {
    this.dispatchEvent(new CustomEvent('read', { detail: { token, trust } }));
  }
}

export const session = new Session();
