import type { ReactNode } from 'react';

export function SettingsView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
