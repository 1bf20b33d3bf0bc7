import { type FittingFields, fittingFields, isEvent } from '#app/core/log-fields.ts';

/** A line of the log as it may leave the house. */
export interface LogLine {
  readonly at: string;
  readonly level: string;
  readonly event: string;
  readonly fields: FittingFields;
}

const LEVELS: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };
const OWN = new Set(['level', 'time', 'msg']);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/**
 * Lines of the log file, judged once more by the fields that are allowed today: an older version, or another program, may have written what
 * this one would not. A line that is not one of ours is left out.
 * @param text from anywhere in the file; a first line that is cut is left out too
 */
export function readLogLines(text: string): readonly LogLine[] {
  return text.split('\n').flatMap((line) => {
    const found = parsed(line);
    if (!found || typeof found.time !== 'string' || !INSTANT.test(found.time) || !isEvent(found.msg)) return [];
    const level = LEVELS[Number(found.level)];
    if (level === undefined) return [];
    const fields = fittingFields(Object.fromEntries(Object.entries(found).filter(([name]) => !OWN.has(name))));
    return [{ at: found.time, level, event: found.msg, fields }];
  });
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** Events with an error code, how often and when last, the latest first. */
export function lastErrors(lines: readonly LogLine[]): readonly object[] {
  const found = new Map<string, { event: string; code: string; count: number; last: string }>();
  for (const { at, event, fields } of lines) {
    const code = fields.code ?? fields.error;
    if (code === undefined) continue;
    const key = `${event} ${code}`;
    const before = found.get(key);
    found.set(key, { event, code: String(code), count: (before?.count ?? 0) + 1, last: at });
  }
  return [...found.values()].sort((one, other) => (one.last < other.last ? 1 : -1));
}

/** Work that took long, by its name: how often, and the longest. */
export function slowWork(lines: readonly LogLine[]): readonly object[] {
  const found = new Map<string, { what: string; count: number; longestMs: number }>();
  for (const { event, fields } of lines) {
    if (typeof fields.ms !== 'number') continue;
    const what = String(fields.statement ?? event);
    const before = found.get(what);
    found.set(what, { what, count: (before?.count ?? 0) + 1, longestMs: Math.max(before?.longestMs ?? 0, fields.ms) });
  }
  return [...found.values()].sort((one, other) => other.longestMs - one.longestMs);
}
