import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Takes what readline would show of a secret. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * A secret from the terminal or a pipe, never from the arguments, which other users of the machine can see. On a terminal it is not shown.
 * @returns the first line; empty when there is none
 */
export function readSecret(
  prompt: string,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Promise<string> {
  return new Promise((resolve) => {
    const isTyped = input.isTTY === true;
    if (isTyped) output.write(prompt);
    const lines = createInterface({ input, ...(isTyped ? { output: nowhere(), terminal: true } : {}) });
    lines.once('line', (line) => {
      // Before the end is told: that answers as well.
      resolve(line);
      lines.close();
      if (isTyped) output.write('\n');
    });
    lines.once('close', () => resolve(''));
  });
}
