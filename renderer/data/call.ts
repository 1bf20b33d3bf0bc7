import type { Answer, Call, TopicEvent, WindowMethod } from '#shared/contract/index.ts';
import { fromErrorShape } from '#shared/domain/errors.ts';

/** What the preload script puts on the window: the only way out of it. */
export interface Bridge {
  call(method: string, input: unknown): Promise<Answer<WindowMethod>>;
  /** Answers the function that stops listening. */
  on(listener: (event: TopicEvent) => void): () => void;
}

declare global {
  interface Window {
    readonly guichet: Bridge;
  }
}

/**
 * Calls a method of the contract.
 * @throws GuichetError with the code the other side answered
 */
export const call: Call = async (method, input) => {
  const answer = (await window.guichet.call(method, input)) as Answer<typeof method>;
  if (answer.ok) return answer.value;
  throw fromErrorShape(answer.error);
};
