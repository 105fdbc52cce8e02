import type { IncomingMessage } from 'node:http';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AddressForbidden, guardedRequest } from './guarded.request.js';
import { PUBLIC_INTERNET, type Network } from './network.js';

export const PAGE_FAILURES = [
  'address-forbidden',
  'unreachable',
  'too-slow',
  'too-large',
  'too-many-redirects',
  'content-type',
  'content-encoding',
  'status',
  'gone',
] as const;
export type PageFailure = (typeof PAGE_FAILURES)[number];

export type FetchedPage =
  | {
      readonly ok: true;
      /** Where the redirects led. */
      readonly url: string;
      readonly status: number;
      /** Lower case, with the charset where the server named one. */
      readonly mediaType: string;
      readonly content: Buffer;
    }
  | { readonly ok: false; readonly failure: PageFailure; readonly status: number | null };

export interface FetchLimits {
  readonly bytes: number;
  /** From the first lookup to the last byte, ms: a server that drips is cut off like one that is silent. */
  readonly totalMs: number;
  readonly redirects: number;
}

export const FETCH_LIMITS: FetchLimits = { bytes: 20 * 1024 * 1024, totalMs: 10_000, redirects: 3 };

const ACCEPTED =
  /^(text\/(html|plain|csv|xml)|application\/(xhtml\+xml|xml|json|pdf|ld\+json|rss\+xml|atom\+xml)|image\/(png|jpeg|gif|webp))$/;
const GONE: readonly number[] = [404, 410, 451];
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const HEADERS = {
  'user-agent': 'Isnad (fact-checking archive)',
  accept: 'text/html,application/xhtml+xml,application/pdf,image/*;q=0.9,text/*;q=0.8',
  'accept-encoding': 'gzip, br',
};

class Failure extends Error {
  constructor(
    readonly failure: PageFailure,
    readonly status: number | null = null,
  ) {
    super(failure);
  }
}

/**
 * Fetches one page of the open Internet. Every hop is judged anew: scheme, port and name before the lookup, every address
 * the name resolves to before the connection, and the connection goes to one of these and to no other (so a name cannot
 * change its mind in between). Never throws.
 */
export async function fetchPage(
  address: string,
  network: Network = PUBLIC_INTERNET,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<FetchedPage> {
  const deadline = AbortSignal.timeout(limits.totalMs);
  try {
    let url = parsed(address);
    for (let hops = 0; ; hops += 1) {
      const answer = await guardedRequest(url, { headers: HEADERS }, network, deadline);
      const status = answer.statusCode ?? 0;
      const to = REDIRECTS.includes(status) ? answer.headers.location : undefined;
      if (to === undefined) return await pageOf(url, answer, limits, deadline);
      answer.destroy();
      if (hops === limits.redirects) throw new Failure('too-many-redirects', status);
      url = parsed(to, url);
    }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, failure: error.failure, status: error.status };
    if (error instanceof AddressForbidden) return { ok: false, failure: 'address-forbidden', status: null };
    return { ok: false, failure: deadline.aborted ? 'too-slow' : 'unreachable', status: null };
  }
}

function parsed(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new Failure('address-forbidden');
  const url = new URL(address, base);
  url.hash = '';
  return url;
}

async function pageOf(
  url: URL,
  answer: IncomingMessage,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const status = answer.statusCode ?? 0;
  const mediaType = (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  try {
    if (GONE.includes(status)) throw new Failure('gone', status);
    if (status !== 200) throw new Failure('status', status);
    if (!ACCEPTED.test(mediaType)) throw new Failure('content-type', status);
    if (Number(answer.headers['content-length'] ?? 0) > limits.bytes) throw new Failure('too-large', status);
    const content = await bytesOf(answer, limits.bytes, signal);
    const charset = /;\s*charset=["']?([\w-]{1,40})/i.exec(answer.headers['content-type'] ?? '')?.[1];
    const typed = charset ? `${mediaType}; charset=${charset.toLowerCase()}` : mediaType;
    return { ok: true, url: url.href, status, mediaType: typed, content };
  } finally {
    answer.destroy();
  }
}

/** The body unpacked, read no further than the limit on either side of the unpacking: a bomb goes off in nobody's memory. */
async function bytesOf(answer: IncomingMessage, limit: number, signal: AbortSignal): Promise<Buffer> {
  const unpack = unpackerOf((answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase());
  const packed = answer.pipe(new Meter(limit));
  const body: Readable = unpack ? packed.pipe(unpack) : packed;
  const stop = (error: unknown) => body.destroy(error as Error);
  answer.once('error', stop);
  answer.once('aborted', () => stop(new Failure('unreachable')));
  packed.once('error', stop);
  signal.addEventListener('abort', () => stop(signal.reason), { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Failure('too-large', answer.statusCode ?? null);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpackerOf(encoding: string): Transform | null {
  if (encoding === '' || encoding === 'identity') return null;
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  if (encoding === 'br') return createBrotliDecompress();
  throw new Failure('content-encoding');
}

/** Passes bytes on until there are more than the limit. */
class Meter extends Transform {
  private passed = 0;

  constructor(private readonly limit: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.passed += chunk.length;
    if (this.passed > this.limit) done(new Failure('too-large'));
    else done(null, chunk);
  }
}
