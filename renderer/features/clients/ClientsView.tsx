import type { ReactNode } from 'react';

export function ClientsView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
