import type { ReactNode } from 'react';

export function HistoryView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
