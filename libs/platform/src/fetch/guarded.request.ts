import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { bareHost } from './address.rules.js';
import type { Network } from './network.js';

/** Most a foreign server may say before its body, bytes. */
const HEADER_BYTES = 16_384;

/** The address, or one its name resolves to, is none of those that may be opened. */
export class AddressForbidden extends Error {}

export interface RequestTerms {
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST; without one it is a GET. */
  readonly body?: string | undefined;
}

/**
 * One request to a foreign address, without following it anywhere: scheme, port and name are judged before the lookup, every
 * address the name resolves to before the connection, and the connection goes to one of these and to no other, so a name cannot
 * change its mind in between. Answers as soon as the head of the answer is there.
 * @throws AddressForbidden; whatever the connection fails with; the signal's reason
 */
export async function guardedRequest(
  url: URL,
  { headers, body }: RequestTerms,
  network: Network,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (network.refusalOf(url) !== null) throw new AddressForbidden();
  const pinned = pinnedTo(await addressesOf(url, network, signal));
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const method = body === undefined ? 'GET' : 'POST';
    const options = { method, headers, lookup: pinned, agent: false, signal, maxHeaderSize: HEADER_BYTES } as const;
    const request = client.request(url, options);
    request.once('response', resolve);
    request.once('error', reject);
    request.once('socket', (socket) =>
      socket.once('connect', () => {
        if (!network.isOpen(socket.remoteAddress ?? '')) request.destroy(new AddressForbidden());
      }),
    );
    request.end(body);
  });
}

type Addresses = Awaited<ReturnType<Network['resolve']>>;

async function addressesOf(url: URL, network: Network, signal: AbortSignal): Promise<Addresses> {
  const host = bareHost(url);
  const known =
    isIP(host) === 0 ? await within(signal, network.resolve(host)) : [{ address: host, family: isIP(host) }];
  if (known.length === 0) throw new Error('a name without an address');
  // One closed address among open ones is how a name is made to point both ways.
  if (!known.every(({ address }) => network.isOpen(address))) throw new AddressForbidden();
  return known;
}

function pinnedTo(known: Addresses): LookupFunction {
  return (_name, options, done) => {
    const [first] = known;
    if (options.all) done(null, [...known]);
    else done(null, first!.address, first!.family);
  };
}

async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return Promise.race([
    work,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    ),
  ]);
}
