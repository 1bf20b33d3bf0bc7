export { unwrapKey, WRAPPED_BYTES, type WrapKind, wrapKey } from './key-wrap.ts';
export { recoveryHandlers } from './new-code.ts';
export { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
export { RECOVERY_FILE, readRecoveryFile, writeRecoveryFile } from './recovery-file.ts';
export { unwrapProfileKey, wrapProfileKey } from './wrapped-key.ts';
