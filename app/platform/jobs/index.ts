export { backoff } from './backoff.ts';
export type { Finished, Gate, Job, JobKind, NewJob, Outcome } from './job.ts';
export { createJobStore, type JobStore } from './job-store.ts';
export { createRunner, type Runner } from './runner.ts';
