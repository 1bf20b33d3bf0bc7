/** Where a profile's log is, and what its full files are called. */
export const LOG_FOLDER = 'logs';
export const LOG_NAME = 'guichet.log';

const FULL = /^guichet\.(\d{1,9})\.log$/;

/** A full one, by its number: each has one more than the one before. */
export const fullLogName = (number: number): string => `guichet.${number}.log`;

/** Numbers of the full ones among the names of a folder, the newest first. */
export const fullLogNumbers = (names: readonly string[]): readonly number[] =>
  names
    .flatMap((name) => FULL.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => other - one);

/** All files of the log among the names of a folder, the newest first. */
export const logNames = (names: readonly string[]): readonly string[] => [
  ...(names.includes(LOG_NAME) ? [LOG_NAME] : []),
  ...fullLogNumbers(names).map(fullLogName),
];
