import { endWithLauncher } from './launcher.ts';
import { nodeIo } from './node-io.ts';
import { run } from './run.ts';

// A reader that went away (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

endWithLauncher();
process.exitCode = await run(process.argv.slice(2), nodeIo());
