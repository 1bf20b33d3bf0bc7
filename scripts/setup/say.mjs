/** A reason to stop that tells what to do; printed without a stack. */
export class SetupError extends Error {
  /** @param {string} message what went wrong  @param {string} remedy what the person can do about it */
  constructor(message, remedy) {
    super(`${message}\n  What to do: ${remedy}`);
    this.name = 'SetupError';
  }
}

/** Progress goes to standard error: standard output belongs to the command that was asked for (`--json`). */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a step and says how long it took, but only when it did something worth a line. */
export async function step(name, work) {
  const started = performance.now();
  say(`  ${name} …`);
  const result = await work();
  say(`  ${name}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/** Prints the reason of a failed command and gives its exit code. */
export function failed(error) {
  say(error?.name === 'SetupError' ? `Set-up stopped: ${error.message}` : String(error?.stack ?? error));
  return 1;
}
