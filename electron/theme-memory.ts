import { nativeTheme } from 'electron';
import { readWindowState, type WindowState } from './window-state.ts';
import type { CoreAnswer } from './workers/protocol.ts';

type Theme = WindowState['theme'];
type CoreCall = (method: string, input: unknown) => Promise<CoreAnswer>;

/** The theme of the last run, for the first paint: the core, which owns the settings, is not up yet at that time. */
export interface ThemeMemory {
  current(): Theme;
  remember(theme: Theme): void;
}

const SOURCES = { light: 'light', dark: 'dark', auto: 'system' } as const;
const isTheme = (text: unknown): text is Theme => typeof text === 'string' && Object.hasOwn(SOURCES, text);

export function createThemeMemory(profileDir: string): ThemeMemory {
  let theme = readWindowState(profileDir).theme;
  nativeTheme.themeSource = SOURCES[theme];
  return {
    current: () => theme,
    remember: (next) => {
      if (next === theme) return;
      theme = next;
      nativeTheme.themeSource = SOURCES[next];
    },
  };
}

/** Overhears the settings on their way to the window. */
export function rememberTheme(call: CoreCall, themes: ThemeMemory): CoreCall {
  return async (method, input) => {
    const answer = await call(method, input);
    if (answer.ok && method.startsWith('settings.')) {
      const { value } = answer;
      const theme = typeof value === 'object' && value !== null && 'theme' in value ? value.theme : undefined;
      if (isTheme(theme)) themes.remember(theme);
    }
    return answer;
  };
}
