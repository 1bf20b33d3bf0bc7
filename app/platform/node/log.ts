import { type DestinationStream, pino } from 'pino';
import { fittingFields, isEvent } from '#app/core/log-fields.ts';
import type { Log, LogLevel } from '#app/core/ports.ts';

/** Structured lines by pino. What is not an allowed field is not written, whatever a caller hands over. */
export function createPinoLog(destination: DestinationStream, level: LogLevel = 'info'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return { write: (severity, event, fields = {}) => logger[severity](fittingFields(fields), isEvent(event) ? event : 'log.event') };
}
