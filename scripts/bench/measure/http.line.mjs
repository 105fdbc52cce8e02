// One kept-open connection on which requests are written and answers are read, with as little of the machine's time as can be:
// the load shares the cores with what it measures.
import { once } from 'node:events';
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

export class HttpLine {
  constructor(port) {
    this.port = port;
  }

  async open() {
    this.received = [];
    this.size = 0;
    this.socket = connect(this.port, '127.0.0.1');
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', (error) => this.failed?.(error));
    this.socket.on('close', () => this.failed?.(new Error('the server closed the connection')));
    await once(this.socket, 'connect');
    return this;
  }

  /** Answers `{status, body}`; the body as text. */
  request(method, path, headers, body = '') {
    const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${this.port}`];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (body !== '') lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
    return new Promise((resolve, reject) => {
      this.done = resolve;
      this.failed = reject;
      this.socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
    });
  }

  receive(chunk) {
    this.received.push(chunk);
    this.size += chunk.length;
    if (this.expected === undefined) {
      const all = this.received.length === 1 ? chunk : Buffer.concat(this.received);
      const end = all.indexOf(HEAD_END);
      if (end < 0) return;
      this.received = [all];
      this.head = all.toString('latin1', 0, end);
      this.bodyAt = end + HEAD_END.length;
      const length = /^content-length: *(\d+)/im.exec(this.head)?.[1];
      if (length === undefined) return this.failed(new Error(`an answer without its length:\n${this.head}`));
      this.expected = this.bodyAt + Number(length);
    }
    if (this.size < this.expected) return;
    const body = Buffer.concat(this.received).toString('utf8', this.bodyAt, this.expected);
    const status = Number(this.head.slice(9, 12));
    this.received = [];
    this.size = 0;
    this.expected = undefined;
    this.done({ status, body });
  }

  close() {
    this.failed = undefined;
    this.socket.destroy();
  }
}

export async function openLines(count, port) {
  return Promise.all(Array.from({ length: count }, () => new HttpLine(port).open()));
}
