import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { openSandboxRelay, type SandboxRelay } from '#app/relay/sandbox.ts';
import { redirectUriOf } from '#app/vendor/vendor.ts';
import type { World } from './world.ts';

/** Below this path of the simulator the vendor's relay answers. */
const PATH = '/relay';

export interface VendorSpot {
  /** For Fastify: a server that leaves to the relay what is the relay's. */
  readonly serverFactory: (handler: RequestListener) => Server;
  /** Opens the relay and registers its vendor with SPF, once the address is known. */
  open(world: World): Promise<void>;
  close(): Promise<void>;
}

export interface VendorSpotOptions {
  readonly stateFile?: string | undefined;
  readonly nativeBinding?: string | undefined;
}

/** The registry of the relay, beside the state file. */
const registryFile = (stateFile: string | undefined): string | undefined =>
  stateFile === undefined ? undefined : path.join(path.dirname(stateFile), `${path.basename(stateFile, '.json')}-relay.db`);

/**
 * The one vendor of the sandbox. SPF knows it by the address of its keys and by one redirect URI, as it does any vendor; which installations
 * there are only the relay knows. Both share a port, so that a sandbox has one address.
 */
export function createVendorSpot({ stateFile, nativeBinding }: VendorSpotOptions): VendorSpot {
  let relay: SandboxRelay | null = null;
  let time = (): string => new Date().toUTCString();

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (relay === null) {
      response.writeHead(503).end();
      return;
    }
    request.url = request.url?.slice(PATH.length) || '/';
    response.setHeader('date', time());
    relay.answer(request, response);
  };
  const isRelays = (url = ''): boolean => url.startsWith(`${PATH}/`);

  return {
    serverFactory: (handler) =>
      createServer((request, response) => (isRelays(request.url) ? answer(request, response) : handler(request, response))),
    open: async (world) => {
      const now = () => world.clock.now();
      time = () => world.clock.httpDate();
      relay = await openSandboxRelay({ origin: world.origin, path: PATH, file: registryFile(stateFile), nativeBinding, now });
      const { clientId, jwksUri } = relay.vendor;
      world.vendorFile = relay.vendorFile;
      world.registry.serve({ clientId, redirectUris: [redirectUriOf(relay.vendor)], keys: [], jwksUri });
    },
    close: async () => relay?.close(),
  };
}
