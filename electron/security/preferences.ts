import type { WebPreferences } from 'electron';

/** What a page of the application may: nothing but run. An installed one has no developer tools. */
export const lockedPreferences = (isPackaged: boolean): Readonly<WebPreferences> => ({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: !isPackaged,
});
