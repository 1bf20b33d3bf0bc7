import type { ReactNode } from 'react';

export function CalendarView(_props: Record<string, ReactNode>): ReactNode {
  return null;
}
