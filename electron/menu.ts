import { type App, Menu, type MenuItemConstructorOptions } from 'electron';

/** Only what gives the system's usual shortcuts: the application's own commands live in its window. Labels come from the system's roles. */
export function setMenu(app: Pick<App, 'isPackaged'>): void {
  const items: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    { role: 'windowMenu' },
    ...(app.isPackaged ? [] : [{ label: 'Development', submenu: [{ role: 'toggleDevTools' } as const, { role: 'forceReload' } as const] }]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(items));
}
