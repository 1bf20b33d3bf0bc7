import type { ReactNode } from 'react';

export function ActivityView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
