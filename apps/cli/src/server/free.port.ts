import { createServer } from 'node:net';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

const TRIES = 50;

type Outcome = 'free' | 'taken' | { readonly code: string };

async function probe(host: string, port: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) => resolve(code === 'EADDRINUSE' ? 'taken' : { code }));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

/** `port`, or with `mayMove` the next one that is free. Throws CommandFailure when none can be had. */
export async function findPort(host: string, port: number, mayMove: boolean): Promise<number> {
  if (port === 0) return 0;
  for (let candidate = port; candidate < port + TRIES && candidate <= 65_535; candidate++) {
    const outcome = await probe(host, candidate);
    if (outcome === 'free') return candidate;
    if (outcome !== 'taken') throw cannotListen(host, candidate, outcome.code);
    if (!mayMove) break;
  }
  throw new CommandFailure(EXIT.unavailable, {
    en: `port ${port} is taken: stop what uses it, or set ISNAD_PORT`,
    ar: `المنفذ ${port} مشغول: أوقف ما يستخدمه أو اضبط ISNAD_PORT`,
  });
}

function cannotListen(host: string, port: number, code: string): CommandFailure {
  if (code === 'EACCES') {
    return new CommandFailure(EXIT.usage, {
      en: `this user may not listen on port ${port}: set ISNAD_PORT to 1024 or above`,
      ar: `لا يملك هذا المستخدم فتح المنفذ ${port}: اضبط ISNAD_PORT على 1024 أو أعلى`,
    });
  }
  return new CommandFailure(EXIT.usage, {
    en: `cannot listen at ${host} (${code}): set ISNAD_HOST to an address of this machine`,
    ar: `تعذّر الاستماع على ${host} (${code}): اضبط ISNAD_HOST على عنوان لهذا الجهاز`,
  });
}
