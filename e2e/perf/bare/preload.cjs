const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bare', { echo: (input) => ipcRenderer.invoke('echo', input) });
