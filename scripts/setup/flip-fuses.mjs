// Run under Node 24: `node flip-fuses.mjs <electron executable>`.
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

await flipFuses(process.argv[2], {
  version: FuseVersion.V1,
  // Playwright attaches to the main process through --inspect.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  // The snapshot of the application this executable came with is not ours.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
});
