// The window's only way out. It validates nothing: the door in the main process does, and trusts nobody.
import { contextBridge, ipcRenderer } from 'electron';

const UNKNOWN = { ok: false, error: { code: 'ipc.unknownMethod', retryable: false, action: 'none', params: {} } };

contextBridge.exposeInMainWorld('guichet', {
  call: (method: unknown, input: unknown): Promise<unknown> =>
    // A channel that nobody registered rejects; the window gets a code like for any other refusal.
    ipcRenderer.invoke(`guichet/${String(method)}`, input).catch(() => UNKNOWN),
  on: (listener: (event: unknown) => void): (() => void) => {
    const relay = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on('guichet:event', relay);
    return () => ipcRenderer.off('guichet:event', relay);
  },
});
