import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { readSecret } from './secret.ts';

const given = (text: string, isTTY: boolean) => {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input });
  const output = new PassThrough();
  const secret = readSecret('Code: ', input as never, output as never);
  input.end(text);
  return { secret, shown: () => String(output.read() ?? '') };
};

it('takes the first line of a pipe, and says nothing there', async () => {
  const { secret, shown } = given('one\ntwo\n', false);
  expect(await secret).toBe('one');
  expect(shown()).toBe('');
  expect(await given('no end', false).secret).toBe('no end');
  expect(await given('', false).secret).toBe('');
});

it('asks on a terminal and does not show what is typed', async () => {
  const { secret, shown } = given('SECRET\r', true);
  expect(await secret).toBe('SECRET');
  await new Promise((resolve) => setImmediate(resolve));
  expect(shown()).toBe('Code: \n');
});
