import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Takes what readline would show of a secret. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * A secret from the terminal or a pipe, never from the arguments, which other users of the machine can see. On a terminal it is not shown.
 * @returns the next line; empty when there is none
 */
export const readSecret = (
  prompt: string,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Promise<string> => (input.isTTY === true ? typedLine(prompt, input, output) : nextLine(input));

function typedLine(prompt: string, input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<string> {
  return new Promise((resolve) => {
    output.write(prompt);
    const lines = createInterface({ input, output: nowhere(), terminal: true });
    lines.once('line', (line) => {
      // Before the end is told: that answers as well.
      resolve(line);
      lines.close();
      output.write('\n');
    });
    lines.once('close', () => resolve(''));
  });
}

const NEW_LINE = 10;

/** Files and streams of other kinds hold no process up, and cannot be told so. */
type Input = NodeJS.ReadableStream & { readonly readableEnded?: boolean; ref?(): unknown; unref?(): unknown };

/** What follows the line stays in the pipe: a verb may ask for two secrets. One that stays open does not keep a verb that is done. */
function nextLine(input: Input): Promise<string> {
  if (input.readableEnded) return Promise.resolve('');
  return new Promise((resolve) => {
    const read: Buffer[] = [];
    const end = (): void => {
      input.off('data', take).off('end', end).off('error', end);
      resolve(Buffer.concat(read).toString('utf8').replace(/\r$/, ''));
    };
    const take = (chunk: Buffer | string): void => {
      const bytes = Buffer.from(chunk);
      const at = bytes.indexOf(NEW_LINE);
      read.push(at < 0 ? bytes : bytes.subarray(0, at));
      if (at < 0) return;
      input.pause();
      input.unref?.();
      end();
      if (at + 1 < bytes.length) input.unshift(bytes.subarray(at + 1));
    };
    input.on('data', take).once('end', end).once('error', end);
    input.ref?.();
    input.resume();
  });
}
