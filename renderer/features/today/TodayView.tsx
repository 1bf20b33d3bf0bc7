import type { ReactNode } from 'react';

export function TodayView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
