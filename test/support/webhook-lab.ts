import { openApplication, type OpenApplication, type PostWebhook } from '#application';
import { createLog } from '#platform';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { postInChild } from '../../apps/worker/src/fetch/child.fetcher.js';
import type { Any } from './checking-work.js';
import type { Newsroom, NewsroomApi } from './newsroom-api.js';
import { StoredStates } from './stored-state.js';

/** One message as it arrived. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Behaviour = (response: ServerResponse) => void;

/** How receivers behave. A slow one never answers. */
export const BEHAVIOURS = {
  ok: (response) => void response.writeHead(204).end(),
  broken: (response) => void response.writeHead(500).end(),
  missing: (response) => void response.writeHead(404).end(),
  redirecting: (response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
  gone: (response) => void response.writeHead(410).end(),
  resetting: (response) => void response.req.socket.resetAndDestroy(),
  slow: () => {},
} as const satisfies Record<string, Behaviour>;

/** What an attempt may take here, ms; the product waits twenty seconds. */
const TIMEOUT_MS = 700;
const RUNNER = join(__dirname, 'run-typescript.cjs');
const LAB = join(__dirname, 'fetch-lab.ts');
const CONTEXT = { jobId: '1', attempt: 1, lastAttempt: false, signal: new AbortController().signal };

/** A receiver on this machine and a worker that sends to it, by the same child process and guards as the product's. */
export class WebhookLab {
  readonly received: Received[] = [];
  behave: Behaviour = BEHAVIOURS.ok;

  private constructor(
    private readonly server: Server,
    readonly worker: OpenApplication,
    readonly stored: StoredStates,
  ) {}

  /** `around` sees each sending, for tests in which something happens between it and its record. */
  static async open(
    api: NewsroomApi,
    around: (send: PostWebhook) => PostWebhook = (send) => send,
  ): Promise<WebhookLab> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        lab.received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
        lab.behave(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const program = { module: RUNNER, args: [LAB, String((server.address() as AddressInfo).port)] };
    const worker = await openApplication({
      connection: api.database,
      poolSize: 4,
      name: 'isnad test worker',
      log: createLog('test', 'silent'),
      secretsKey: api.secretsKey,
      postWebhook: around((request, signal) => postInChild({ ...request, timeoutMs: TIMEOUT_MS }, signal, program)),
    });
    const lab = new WebhookLab(server, worker, await StoredStates.open(api.database));
    return lab;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await this.stored.close();
    await this.worker.close();
  }

  /** Reads the ledger for every address of the newsroom, as the queue would have it done. */
  async read(room: Newsroom): Promise<void> {
    await this.worker.application.jobs['webhook-reading']!({ newsroomId: room.id }, CONTEXT);
  }

  /** One attempt at everything that waits, in order, whenever it were due. */
  async send(room: Newsroom): Promise<void> {
    for (const { id, attempts } of await this.pending(room)) await this.attempt(room, id, attempts);
  }

  async readAndSend(room: Newsroom): Promise<void> {
    await this.read(room);
    await this.send(room);
  }

  attempt(room: Newsroom, deliveryId: string, attempts: number): Promise<void> {
    const payload = { newsroomId: room.id, deliveryId, attempts };
    return this.worker.application.jobs['webhook-delivery']!(payload, CONTEXT);
  }

  pending(room: Newsroom): Promise<{ id: string; attempts: number }[]> {
    return this.stored.query(
      `SELECT id, attempts FROM webhook_delivery WHERE newsroom_id = $1 AND status = 'pending' ORDER BY created_at, id`,
      [room.id],
    );
  }

  /** As if the minute had passed in which an address that gave no answer is left alone. */
  async rested(): Promise<void> {
    await this.stored.query('UPDATE webhook SET rests_until = NULL');
  }
}

/** What a receiver does, by the text of Standard Webhooks 1.0 and by nothing of ours. */
export function verifies(secret: string, { headers, body }: Received): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`]),
  );
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures!.split(' ').some((one) => {
    const [version, signature] = one.split(',');
    const given = Buffer.from(signature ?? '', 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

export const told = ({ body }: Received): Any => JSON.parse(body);
export const idOf = ({ headers }: Received) => String(headers['webhook-id']);
