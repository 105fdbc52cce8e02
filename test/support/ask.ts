import { connect } from 'node:net';

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { code?: string; errors?: { pointer: string; code: string; in?: string }[] };
}

/** One request; an object as body is sent as JSON, a string or bytes as they are. */
export async function ask(
  url: string,
  method: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Asked> {
  const json = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  const response = await fetch(url, {
    method,
    headers: { ...(json && { 'content-type': 'application/json' }), ...headers },
    body: json ? JSON.stringify(body) : (body as string | undefined),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : {} };
}

/** `422 invalid`, or the bare status of a success. */
export const outcome = ({ status, body }: Asked) => `${status} ${body.code ?? ''}`.trim();
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Speaks HTTP by hand, for what no client library would send. Answers everything that came until the end. */
export function speak(url: string, text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
    socket.on('error', reject).on('close', () => resolve(received));
    socket.setTimeout(3000, () => socket.destroy());
  });
}
