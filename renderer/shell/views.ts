import { IconActivity, IconBuildings, IconCalendar, IconFiles, IconListCheck, IconReceiptTax, IconSettings } from '@tabler/icons-react';
import type { Status } from '#shared/contract/settings.ts';

/** The views of the navigation, in its order. */
export const VIEWS = [
  { id: 'today', path: '/today', icon: IconListCheck, count: null },
  { id: 'clients', path: '/clients', icon: IconBuildings, count: null },
  { id: 'documents', path: '/documents', icon: IconFiles, count: (status: Status) => status.counts.unseen },
  { id: 'vat', path: '/vat', icon: IconReceiptTax, count: (status: Status) => status.counts.vatToDo },
  { id: 'calendar', path: '/calendar', icon: IconCalendar, count: null },
  { id: 'activity', path: '/activity', icon: IconActivity, count: null },
  { id: 'settings', path: '/settings', icon: IconSettings, count: null },
] as const;
