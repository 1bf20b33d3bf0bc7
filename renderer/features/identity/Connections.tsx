import type { ReactNode } from 'react';

export function Connections(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
