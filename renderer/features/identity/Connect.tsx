import type { ReactNode } from 'react';

export function Connect(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
