export interface Process {
  readonly id: number;
  /** Whether a process of this machine is still running; a profile is never shared between machines. */
  alive(id: number): boolean;
}

export const thisProcess: Process = {
  id: process.pid,
  alive: (id) => {
    try {
      return process.kill(id, 0);
    } catch (error) {
      // EPERM: it runs, but belongs to somebody else.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
};
