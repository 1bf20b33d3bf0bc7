export { workedDraft, workedReturn, workedReturnXml } from './build.ts';
export { type WorkedReturn, workedReturns } from './returns.ts';
