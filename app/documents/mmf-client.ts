import type { NetResponse, Random } from '#app/core/ports.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { readJson } from '#app/platform/http/body.ts';
import type { Http } from '#app/platform/http/http.ts';
import type { Operation } from '#app/platform/http/operations.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import { mmfError } from './mmf-error.ts';
import { type MmfListing, type Owner, parseListing } from './mmf-item.ts';

const DOCUMENTS = '/FineAPI/Generic/OAU/v2/documents';
const SEARCH_TIMEOUT_MS = 120_000;
/** 20 MB over a slow line. */
const CONTENT_TIMEOUT_MS = 300_000;

export interface MmfCall {
  /** The connected enterprise whose consent is used. */
  readonly enterprise: EnterpriseNumber;
  /** The mandator; left out for the enterprise's own file. Always a whole pair. */
  readonly owner?: Owner | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface MmfContent {
  readonly correlationId: string;
  readonly response: NetResponse;
}

/** The documents API of MyMinfin. Knows nothing of quotas; whoever calls has reserved. */
export interface MmfClient {
  /** @throws GuichetError `mmf.*`, `net.*`, `identity.*` */
  search(call: MmfCall & { readonly since: LocalDate }): Promise<MmfListing & { readonly correlationId: string }>;
  /** The answer with status 200, its body not yet read. @throws GuichetError as `search` */
  content(call: MmfCall & { readonly uuid: string }): Promise<MmfContent>;
}

interface MmfClientDeps {
  readonly apiBase: string;
  readonly net: Http;
  readonly tokens: AccessTokens;
  readonly random: Random;
  readonly now: () => number;
}

export function createMmfClient({ apiBase, net, tokens, random, now }: MmfClientDeps): MmfClient {
  const once = async (operation: Operation, url: string, call: MmfCall, timeoutMs: number, accept: string, token: string) => {
    const correlationId = uuidv4(random.bytes(16));
    const headers = { authorization: `Bearer ${token}`, accept, 'minfin-ws-correlation': correlationId };
    const response = await net.send({ operation, url, method: 'GET', headers, timeoutMs, signal: call.signal, correlationId });
    if (response.status >= 200 && response.status < 300) return { correlationId, response };
    throw await mmfError(response, correlationId, now());
  };

  /** A token the server no longer takes is exchanged once; reading twice changes nothing at SPF. */
  const get = async (operation: Operation, url: string, call: MmfCall, timeoutMs: number, accept: string): Promise<MmfContent> => {
    const first = await tokens.forEnterprise(call.enterprise);
    try {
      return await once(operation, url, call, timeoutMs, accept, first.token);
    } catch (error) {
      if (!(error instanceof GuichetError && error.code === 'mmf.token')) throw error;
      tokens.invalidate(first.token);
      const second = await tokens.forEnterprise(call.enterprise);
      return once(operation, url, call, timeoutMs, accept, second.token);
    }
  };

  const address = (path: string, query: Readonly<Record<string, string>>, owner: Owner | undefined): string => {
    const params = new URLSearchParams(owner ? { ...query, ownerType: owner.type, ownerIdentifier: owner.identifier } : query);
    return `${apiBase}${DOCUMENTS}${path}${params.size > 0 ? `?${params}` : ''}`;
  };

  return {
    search: async (call) => {
      const url = address('', { since: call.since }, call.owner);
      const { correlationId, response } = await get('mmf.search', url, call, SEARCH_TIMEOUT_MS, 'application/json');
      const listing = parseListing(await readJson(response));
      if (!listing)
        throw new GuichetError('mmf.unexpected', { correlationId, retryable: true, action: 'retry', params: { status: response.status } });
      return { ...listing, correlationId };
    },
    // The address comes from the uuid alone: the `content` link of an item may be absent or name another host and port.
    content: (call) => get('mmf.content', address(`/${call.uuid}/content`, {}, call.owner), call, CONTENT_TIMEOUT_MS, '*/*'),
  };
}
