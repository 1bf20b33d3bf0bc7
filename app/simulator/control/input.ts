import { type Answer, type Call, json } from '../exchange.ts';

/** A request of the control plane that makes no sense. */
export class BadInput extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

/** The JSON object of the body; an empty body is an empty object. */
export function fields(call: Call): Fields {
  if (call.body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(call.body.toString('utf8'));
  } catch {
    throw new BadInput('the body must be JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadInput('the body must be an object');
  return value as Fields;
}

export function text(from: Fields, name: string): string | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new BadInput(`${name} must be text`);
  return value;
}

export function number(from: Fields, name: string): number | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new BadInput(`${name} must be a number`);
  return value;
}

export function oneOf<T extends string>(from: Fields, name: string, values: readonly T[]): T | undefined {
  const value = text(from, name);
  if (value !== undefined && !(values as readonly string[]).includes(value))
    throw new BadInput(`${name} must be one of ${values.join(', ')}`);
  return value as T | undefined;
}

export function list(from: Fields, name: string): readonly unknown[] | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new BadInput(`${name} must be a list`);
  return value;
}

export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new BadInput(`${name} is required`);
  return value;
}

/** Turns bad input into 400 with its reason. */
export function guarded(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadInput) return json(400, { error: error.message });
    throw error;
  }
}
