export { type CopyOptions, type DatabaseCopy, openCopy } from './copy.ts';
export { type OpenOptions, openDatabase, removeDatabase } from './open.ts';
export { openPlainDatabase, type PlainDatabase } from './plain.ts';
export {
  type Command,
  command,
  type Database,
  type Migration,
  type Query,
  query,
  type Reader,
  type SqlParams,
  type Writer,
} from './statement.ts';
