import type { ReactNode } from 'react';

export function BoardView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
