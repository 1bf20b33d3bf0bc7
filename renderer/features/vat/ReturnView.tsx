import type { ReactNode } from 'react';

export function ReturnView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
