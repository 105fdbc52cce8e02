import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to one request on its way; `pass` when the list is used up. */
export type Fault =
  | 'pass'
  /** The connection breaks before the server hears of it. */
  | 'lost'
  /** The server does it, and its answer is lost. */
  | 'unanswered'
  /** The server does it, and its answer breaks off in the middle. */
  | 'halved'
  | { readonly status: number; readonly retryAfter?: string; readonly body?: string };

export interface Relay {
  readonly url: string;
  /** Headers of every request that came, in order. */
  readonly seen: IncomingMessage['headers'][];
  /** Faults of the requests to come, in order. */
  readonly faults: Fault[];
  /** Breaks every connection that is open now. */
  cut(): void;
  stop(): Promise<void>;
}

/** A real network between a client and a real server, that fails as told. */
export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const seen: IncomingMessage['headers'][] = [];
  const faults: Fault[] = [];
  const server = createServer((incoming, answer) => {
    seen.push(incoming.headers);
    const fault = faults.shift() ?? 'pass';
    if (fault === 'lost') return void incoming.socket.destroy();
    if (typeof fault === 'object') return refuse(incoming, answer, fault);
    const { method, url, headers } = incoming;
    const onward = request({ hostname, port, method, path: url, headers }, (reply) => deliver(reply, answer, fault));
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    faults,
    cut: () => server.closeAllConnections(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(incoming: IncomingMessage, answer: ServerResponse, fault: Exclude<Fault, string>): void {
  incoming.resume();
  answer.writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter });
  answer.end(fault.body ?? '');
}

function deliver(reply: IncomingMessage, answer: ServerResponse, fault: 'pass' | 'unanswered' | 'halved'): void {
  answer.on('close', () => reply.destroy());
  if (fault === 'pass') {
    answer.writeHead(reply.statusCode!, reply.headers);
    reply.on('error', () => answer.destroy());
    return void reply.pipe(answer);
  }
  const parts: Buffer[] = [];
  reply.on('data', (part: Buffer) => parts.push(part));
  reply.on('end', () => {
    if (fault === 'unanswered') return void answer.destroy();
    const whole = Buffer.concat(parts);
    answer.writeHead(reply.statusCode!, reply.headers);
    answer.write(whole.subarray(0, whole.length / 2), () => answer.destroy());
  });
}
