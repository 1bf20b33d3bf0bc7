import type { Answer, Call } from '../exchange.ts';
import type { World } from '../world.ts';
import { addDocuments, changeDocument, listDocuments, removeDocument } from './documents.ts';
import { guarded } from './input.ts';
import { registerClient, showClients, showVendor } from './registration.ts';
import { showDrafts, showFilings, showSeed } from './seed.ts';
import {
  addFault,
  clearFaults,
  clearRequests,
  moveClock,
  reset,
  revokeConsents,
  setMandate,
  setQuota,
  showClock,
  showFaults,
  showMandates,
  showQuota,
  showRequests,
} from './settings.ts';

interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly handle: (world: World, call: Call) => Answer;
}

const route = (method: ControlRoute['method'], path: string, handle: ControlRoute['handle']): ControlRoute => ({
  method,
  url: `/__sim${path}`,
  handle: (world, call) => guarded(() => handle(world, call)),
});

/** The control plane. Loopback only, JSON in and out, no token. */
export const controlRoutes = (): ControlRoute[] => [
  route('POST', '/reset', reset),
  route('GET', '/seed', showSeed),
  route('GET', '/clock', showClock),
  route('POST', '/clock', moveClock),
  route('GET', '/quota', showQuota),
  route('POST', '/quota', setQuota),
  route('GET', '/faults', showFaults),
  route('POST', '/faults', addFault),
  route('DELETE', '/faults', clearFaults),
  route('GET', '/mandates', showMandates),
  route('POST', '/mandates', setMandate),
  route('DELETE', '/consents', revokeConsents),
  route('GET', '/documents', listDocuments),
  route('POST', '/documents', addDocuments),
  route('POST', '/documents/:uuid', changeDocument),
  route('DELETE', '/documents/:uuid', removeDocument),
  route('GET', '/drafts', showDrafts),
  route('GET', '/filings', showFilings),
  route('GET', '/requests', showRequests),
  route('DELETE', '/requests', clearRequests),
  route('GET', '/vendor', showVendor),
  route('GET', '/clients', showClients),
  route('POST', '/clients', registerClient),
];
