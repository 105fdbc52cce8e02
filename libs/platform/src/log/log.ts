import { destination, pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRET_MEMBERS = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'totp',
  'link',
  'authorization',
  'cookie',
];

const SECRET_PATHS = [
  ...SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  'req.headers["set-cookie"]',
  'res.headers["set-cookie"]',
];

const TOKEN = /isn_([a-z]{2,8})_[0-9A-Za-z]{36}/g;
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"]*):[^\s@/"]+@/g;

/** Takes tokens and passwords in addresses out of a finished line, wherever in it they stand: messages and stack traces too. */
export function withoutSecrets(line: string): string {
  return line.replace(TOKEN, 'isn_$1_[redacted]').replace(URL_PASSWORD, '$1:[redacted]@');
}

/** JSON lines on standard error (or `stream`), one object each, times as ISO 8601 UTC; secrets redacted. */
export function createLog(name: string, level: LogLevel, stream: DestinationStream = destination(2)): Log {
  return pino(
    {
      name,
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_PATHS, censor: '[redacted]' },
      hooks: { streamWrite: withoutSecrets },
    },
    stream,
  );
}
