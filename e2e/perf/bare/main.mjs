// The least Electron window there is: what Guichet's own start-up, calls and memory are measured against.
import path from 'node:path';
import { app, BrowserWindow, ipcMain } from 'electron';

ipcMain.handle('echo', (_event, input) => input);
// Electron is not ready before this file has run to its end, so nothing here may wait for it.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  return window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
