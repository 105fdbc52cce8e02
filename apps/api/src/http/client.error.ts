import type { Socket } from 'node:net';
import { problemOf } from '../problem/problem.js';
import { TransportRefusal } from '../problem/transport.refusal.js';
import { newId } from '#platform';

/** Answers what is no HTTP at all: the parser gave up before there was a request, so the bytes are written by hand. */
export function refuseUnparsed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const code =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headers-too-large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'request-timeout'
        : 'request-malformed';
  const problem = problemOf(new TransportRefusal(code, {}), { locale: 'en', requestId: newId(), instance: '' });
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problem.title}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
