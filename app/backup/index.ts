export { type Backup, createBackup } from './backup.ts';
export { type Restored, type RestoreOptions, restoreBackup } from './restore.ts';
export { settleRestored } from './restored-mark.ts';
