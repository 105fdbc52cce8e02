import type { FastifyInstance } from 'fastify';
import { Agent, request as httpRequest } from 'node:http';
import type { Received } from './fuzz-checks.js';

export interface WireRequest {
  readonly method: string;
  /** The path as it is to arrive, however odd. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
}

/** Brings requests to a server of this process: by a socket, or, three times as fast, straight to its router. */
export class FuzzWire {
  private readonly agent: Agent;
  private readonly hostname: string;
  private readonly port: string;

  constructor(
    url: string,
    atOnce: number,
    private readonly fastify: FastifyInstance,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    ({ hostname: this.hostname, port: this.port } = new URL(url));
  }

  close(): void {
    this.agent.destroy();
  }

  /** Without a socket; only for addresses that a URL parser leaves alone, and for answers that end. */
  async straight({ method, url, headers, body }: WireRequest): Promise<Received> {
    const answered = await this.fastify.inject({
      method: method as 'GET',
      url,
      headers: { host: this.hostname, ...headers, ...(body && { 'content-length': String(body.length) }) },
      ...(body && { payload: body }),
    });
    const answeredHeaders = answered.headers as Received['headers'];
    const text = answered.payload;
    return { status: answered.statusCode, headers: answeredHeaders, text, json: jsonOf(answeredHeaders, text) };
  }

  bySocket({ method, url, headers, body }: WireRequest): Promise<Received> {
    const { hostname, port, agent } = this;
    const told = { ...headers, ...(body && { 'content-length': body.length }) };
    return new Promise((resolve, reject) => {
      // the path as it is: an address would be put in order first
      const request = httpRequest({ hostname, port, path: url, method, headers: told, agent }, (response) => {
        const { statusCode: status = 0, headers: answered } = response;
        const answer = (text: string) => resolve({ status, headers: answered, text, json: jsonOf(answered, text) });
        if (answered['content-type']?.startsWith('text/event-stream')) {
          response.destroy();
          return answer('');
        }
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => answer(text)).on('error', reject);
      });
      request.on('error', reject).end(body);
    });
  }
}

function jsonOf(headers: Received['headers'], text: string): unknown {
  if (!/json/.test(String(headers['content-type'])) || text === '') return null;
  return JSON.parse(text);
}
