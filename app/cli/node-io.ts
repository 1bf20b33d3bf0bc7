import { readFile } from 'node:fs/promises';
import { brusselsDate } from '#shared/domain/local-date.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { writeAtomically } from './files.ts';
import type { CliIo } from './io.ts';

/** The language of the session (`LC_ALL`, `LC_MESSAGES`, `LANG`: `nl_BE.UTF-8`); English where it is none of ours. */
export function sessionLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const stated = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value) ?? '';
  return LOCALES.find((locale) => stated.toLowerCase().startsWith(locale)) ?? 'en';
}

/** The real terminal and file system. */
export function nodeIo(now: () => number = Date.now): CliIo {
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    readFile: (path) => readFile(path),
    writeFile: writeAtomically,
    isTyped: process.stdin.isTTY === true,
    locale: sessionLocale(process.env),
    today: () => brusselsDate(now()),
  };
}
