/**
 * Runs a task once typing pauses. A newer run ends the older one, whose answer is never shown, however late it comes.
 * `run.now(…)` does not wait for a pause.
 *
 * @param task gets a signal that is aborted when a newer run begins, and the arguments of the run
 * @param show gets the answer, and fail the error, of the latest run alone
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
  const start = (after, args) => {
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
    }, after);
  };
  const run = (...args) => start(pause, args);
  return Object.assign(run, { now: (...args) => start(0, args), cancel });
}
