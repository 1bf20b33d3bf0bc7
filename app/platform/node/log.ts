import { type DestinationStream, pino } from 'pino';
import type { Log, LogLevel } from '#app/core/ports.ts';

/** Structured lines by pino. Fields are codes and figures only; the port's type keeps objects out. */
export function createPinoLog(destination: DestinationStream, level: LogLevel = 'info'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return { write: (severity, event, fields = {}) => logger[severity](fields, event) };
}

/** Appends to a file, made with its folder; lines are flushed by the operating system. */
export const logFile = (path: string): DestinationStream => pino.destination({ dest: path, append: true, mkdir: true, sync: false });
