/** Answers that hold as long as what they were made from is in the same state. */
export interface Kept<T> {
  get(key: string, state: string, make: () => T): T;
}

/** @param most answers; the one not asked for the longest goes first */
export function createKept<T>(most: number): Kept<T> {
  const answers = new Map<string, { readonly state: string; readonly value: T }>();
  return {
    get: (key, state, make) => {
      const known = answers.get(key);
      answers.delete(key);
      const answer = known?.state === state ? known : { state, value: make() };
      answers.set(key, answer);
      if (answers.size > most) answers.delete(answers.keys().next().value!);
      return answer.value;
    },
  };
}
