import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channelOf, contract, type Handlers, type ShellMethod, WINDOW_METHODS } from '#shared/contract/index.ts';
import { guarded, type Outcome, type Sender, validated } from './guard.ts';
import { permitted } from './permission.ts';

export interface DoorOptions {
  readonly origin: string;
  /** Whether a web contents is a window of the application. */
  readonly knows: (webContentsId: number) => boolean;
  /** Relays to the core, which validates both ways. */
  readonly core: (method: string, input: unknown) => Promise<Outcome>;
  /** Serves the methods of the shell, to those whose role the core finds enough. */
  readonly shell: Handlers<ShellMethod>;
}

/** Registers every method that the window may call, each on its own channel, all behind the same guard. The only use of ipcMain. */
export function openDoor({ origin, knows, core, shell }: DoorOptions): void {
  const handlers = shell as Readonly<Record<string, (input: unknown) => unknown>>;
  for (const method of WINDOW_METHODS) {
    const definition = contract[method];
    const serve =
      definition.side === 'core'
        ? (input: unknown) => core(method, input)
        : validated(method, definition, permitted(method, core, handlers[method]!));
    const answer = guarded(origin, serve);
    ipcMain.handle(channelOf(method), (event, input: unknown) => answer(senderOf(event, knows), input));
  }
}

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, knows: (id: number) => boolean): Sender {
  return {
    known: knows(sender.id),
    mainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    origin: senderFrame?.origin ?? '',
  };
}
