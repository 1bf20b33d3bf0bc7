import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** How the shipped executable is wired, by name of the fuse; electron-builder.yml sets them, this reads them back. */
export const EXPECTED = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** Names of fuses that stand differently, each with what it is; empty when all are right. */
export async function wrongFuses(executable, expected = EXPECTED) {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(expected)
    .filter(([name, on]) => wire[FuseV1Options[name]] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([name]) => `${name} is ${FuseState[wire[FuseV1Options[name]]] ?? 'absent'}`);
}
