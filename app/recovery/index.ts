export { recoveryHandlers } from './new-code.ts';
export { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
export { RECOVERY_FILE, readRecoveryFile, writeRecoveryFile } from './recovery-file.ts';
export { unwrapProfileKey, WRAPPED_BYTES, wrapProfileKey } from './wrapped-key.ts';
