import type { Verb } from './verb.ts';

/** Each verb loads only what it needs: `check` never opens a database. */
export const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  connect: async () => (await import('./connect.ts')).connect,
  sync: async () => (await import('./sync.ts')).sync,
  clients: async () => (await import('./client-list.ts')).clients,
  documents: async () => (await import('./documents.ts')).documents,
  verify: async () => (await import('./verify.ts')).verify,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  audit: async () => (await import('./audit.ts')).auditVerb,
  export: async () => (await import('./export.ts')).exportVerb,
  mirror: async () => (await import('./mirror.ts')).mirror,
  check: async () => (await import('#app/vat/cli.ts')).runCheck,
  build: async () => (await import('#app/vat/cli.ts')).runBuild,
  examples: async () => (await import('#app/vat/worked-returns/cli.ts')).examples,
  import: async () => (await import('./import.ts')).importVerb,
  file: async () => (await import('./file.ts')).file,
  batch: async () => (await import('./batch.ts')).batch,
  compare: async () => (await import('./compare.ts')).compare,
  filings: async () => (await import('./filings.ts')).filings,
  paper: async () => (await import('./paper.ts')).paper,
  support: async () => (await import('./support.ts')).support,
  simulator: async () => {
    const { runSimulatorVerb } = await import('#app/simulator/cli.ts');
    return (argv) => runSimulatorVerb([...argv]);
  },
};
