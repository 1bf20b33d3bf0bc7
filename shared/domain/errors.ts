/** What the user can do about an error; the renderer turns it into a button. */
export type ErrorAction = 'retry' | 'connect' | 'openPortal' | 'chooseFile' | 'editReturn' | 'openSettings' | 'none';

/** Values that fill the placeholders of a message; never client data beyond what the message must name. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error as it crosses the IPC door and the CLI. The text comes from the catalogue entry `error.<code>`. */
export interface ErrorShape {
  readonly code: string;
  readonly retryable: boolean;
  readonly action: ErrorAction;
  readonly params: ErrorParams;
  readonly correlationId?: string | undefined;
}

export interface ErrorOptions {
  readonly retryable?: boolean;
  readonly action?: ErrorAction;
  readonly params?: ErrorParams;
  readonly correlationId?: string;
  readonly cause?: unknown;
}

/** The only error class of ours: a code from the catalogue and what its text needs. Carries no user-facing text itself. */
export class GuichetError extends Error implements ErrorShape {
  readonly code: string;
  readonly retryable: boolean;
  readonly action: ErrorAction;
  readonly params: ErrorParams;
  readonly correlationId: string | undefined;

  constructor(code: string, options: ErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = 'GuichetError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.action = options.action ?? 'none';
    this.params = options.params ?? {};
    this.correlationId = options.correlationId;
  }
}

/** The plain form that survives structured clone; unknown errors become `internal` without their text, which may hold client data. */
export function toErrorShape(error: unknown): ErrorShape {
  if (error instanceof GuichetError) {
    const { code, retryable, action, params, correlationId } = error;
    return { code, retryable, action, params, correlationId };
  }
  return { code: 'internal', retryable: false, action: 'none', params: {} };
}

export function fromErrorShape(shape: ErrorShape): GuichetError {
  return new GuichetError(shape.code, {
    retryable: shape.retryable,
    action: shape.action,
    params: shape.params,
    ...(shape.correlationId ? { correlationId: shape.correlationId } : {}),
  });
}
