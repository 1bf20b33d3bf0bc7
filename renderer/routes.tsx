import { lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Connect } from './features/identity/Connect.tsx';
import { TodayView } from './features/today/TodayView.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Waiting } from './ui/Waiting.tsx';

const ClientsView = lazy(() => import('./features/clients/ClientsView.tsx').then((m) => ({ default: m.ClientsView })));
const DocumentsView = lazy(() => import('./features/documents/DocumentsView.tsx').then((m) => ({ default: m.DocumentsView })));
const BoardView = lazy(() => import('./features/vat/board/BoardView.tsx').then((m) => ({ default: m.BoardView })));
const HistoryView = lazy(() => import('./features/vat/board/HistoryView.tsx').then((m) => ({ default: m.HistoryView })));
const ReturnView = lazy(() => import('./features/vat/path/ReturnView.tsx').then((m) => ({ default: m.ReturnView })));
const CalendarView = lazy(() => import('./features/calendar/CalendarView.tsx').then((m) => ({ default: m.CalendarView })));
const ActivityView = lazy(() => import('./features/activity/ActivityView.tsx').then((m) => ({ default: m.ActivityView })));
const SettingsView = lazy(() => import('./features/settings/SettingsView.tsx').then((m) => ({ default: m.SettingsView })));
const Connections = lazy(() => import('./features/identity/Connections.tsx').then((m) => ({ default: m.Connections })));

/**
 * The one place where features meet. Each is fetched when first opened, but for the first view: React shows no content within 300 ms of a
 * placeholder, so a view that is always opened first must not begin with one.
 */
export function AppRoutes(): ReactNode {
  // A view that broke is left behind with its address.
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/" element={<Navigate to="/today" replace />} />
          <Route path="/today" element={<TodayView onboarding={<Connect />} />} />
          <Route path="/clients" element={<ClientsView />} />
          <Route path="/documents" element={<DocumentsView />} />
          <Route path="/vat" element={<BoardView />} />
          <Route path="/vat/client/:clientId" element={<HistoryView />} />
          <Route path="/vat/return/:id/:step?" element={<ReturnView />} />
          <Route path="/calendar" element={<CalendarView />} />
          <Route path="/activity" element={<ActivityView />} />
          <Route path="/settings/:section?" element={<SettingsView connections={<Connections />} />} />
          <Route path="*" element={<Navigate to="/today" replace />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
