// Makes a fresh clone ready: packages, Node 24, Electron, system libraries. Uses nothing but Node's own modules.
import { ensureSetup } from './setup/ensure.mjs';
import { failed } from './setup/say.mjs';

try {
  const { electron } = await ensureSetup();
  console.log(`Guichet is set up (Electron ${electron}).`);
} catch (error) {
  process.exitCode = failed(error);
}
