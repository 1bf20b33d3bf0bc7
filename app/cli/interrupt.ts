const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Ends the work under way in good order at the first signal; a second one ends the process. Answers how to stop listening. */
export function onSignal(end: () => void): () => void {
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, once);
  };
  const once = (): void => {
    release();
    end();
  };
  for (const signal of SIGNALS) process.on(signal, once);
  return release;
}
