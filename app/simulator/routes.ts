import { authorize } from './auth/authorize.ts';
import { discovery, realmJwks, shortJwks } from './auth/discovery.ts';
import { AUTHORIZE, DISCOVERY, JWKS_REALM, JWKS_SHORT, TOKEN } from './auth/paths.ts';
import { tokenHandler } from './auth/token.ts';
import type { Answer, Call } from './exchange.ts';
import type { FaultKind, RouteId } from './faults.ts';
import { file, health } from './int/file.ts';
import { DECLARATION, HEALTH } from './int/paths.ts';
import { content } from './mmf/content.ts';
import { CONTENT, DOCUMENTS } from './mmf/paths.ts';
import { search } from './mmf/search.ts';
import type { World } from './world.ts';

export type Handler = (world: World, call: Call, fault?: FaultKind) => Answer | Promise<Answer>;

export interface Route {
  readonly id: RouteId;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly handle: Handler;
}

/** Every address SPF has; the control plane is apart. */
export const spfRoutes = (): Route[] => [
  { id: 'auth.discovery', method: 'GET', url: DISCOVERY, handle: discovery },
  { id: 'auth.jwks', method: 'GET', url: JWKS_REALM, handle: realmJwks },
  { id: 'auth.jwks', method: 'GET', url: JWKS_SHORT, handle: shortJwks },
  { id: 'auth.authorize', method: 'GET', url: AUTHORIZE, handle: authorize },
  { id: 'auth.authorize', method: 'POST', url: AUTHORIZE, handle: authorize },
  { id: 'auth.token', method: 'POST', url: TOKEN, handle: tokenHandler() },
  { id: 'mmf.search', method: 'GET', url: DOCUMENTS, handle: search },
  { id: 'mmf.content', method: 'GET', url: CONTENT, handle: content },
  { id: 'int.file', method: 'POST', url: DECLARATION, handle: file },
  { id: 'int.health', method: 'GET', url: HEALTH, handle: health },
];
