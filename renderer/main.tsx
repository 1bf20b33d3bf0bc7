import './theme/mantine.css';
import '@fontsource-variable/inter/index.css';
import './theme/tokens.css';
import './theme/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keyOf } from './data/answers.ts';
import { call } from './data/call.ts';
import { listen } from './data/events.ts';

import { createQueryClient } from './data/query-client.ts';
import { styleNonce } from './theme/nonce.ts';

const queries = createQueryClient();
listen(window.guichet, queries, (ms, callback) => void window.setTimeout(callback, ms));
// Asked before React draws anything: the shell needs them first.
for (const method of ['vault.status', 'lock.status', 'settings.get', 'app.status', 'identity.list', 'users.list', 'sync.status'] as const) {
  void queries.prefetchQuery({ queryKey: keyOf(method, {}), queryFn: () => call(method, {}) });
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App queries={queries} nonce={styleNonce()} />);
