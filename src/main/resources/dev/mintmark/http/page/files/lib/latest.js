/**
 * Runs a task once typing pauses. A newer run ends the older one, whose answer is never shown, however late it comes.
 *
 * @param task is given a signal that says when nobody waits any more, and what the run was called with
 * @param show is given the answer, and fail the error, of the latest run alone
 * @param pause in milliseconds
 */
export function latest(task, show, fail, pause = 180) {
  let timer;
  let running;
  const cancel = () => {
    clearTimeout(timer);
    running?.abort();
    running = undefined;
  };
  const run = (...args) => {
    cancel();
    const own = new AbortController();
    running = own;
    timer = setTimeout(async () => {
      try {
        const answer = await task(own.signal, ...args);
        if (running === own) {
          show(answer);
        }
      } catch (error) {
        if (running === own) {
          fail(error);
        }
      }
    }, pause);
  };
  return Object.assign(run, { cancel });
}
