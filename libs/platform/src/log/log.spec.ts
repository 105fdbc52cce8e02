import { newToken } from '../token/token.js';
import { createLog, withoutSecrets } from './log.js';

function logged(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog('test', 'info', { write: (line: string) => lines.push(line) }));
  return lines;
}

describe('the log', () => {
  it('writes one JSON object a line with level, time and message', () => {
    const [line] = logged((log) => log.info({ route: '/api/v1/me' }, 'answered'));
    expect(JSON.parse(line!)).toMatchObject({ level: 'info', name: 'test', route: '/api/v1/me', msg: 'answered' });
    expect(JSON.parse(line!).time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('keeps no secret, wherever it stands', () => {
    const token = newToken('pat');
    const lines = logged((log) => {
      log.info({ password: 'canary-1', body: { password: 'canary-2', user: { token: 'canary-3' } } }, 'signed in');
      log.info({ req: { headers: { authorization: 'Bearer canary-4', cookie: 'canary-5' } } });
      log.error({ err: new Error(`cannot reach postgres://isnad_app:canary-6@127.0.0.1/isnad with ${token}`) });
      log.warn(`refused ${token}`);
    });
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toMatch(/canary-\d/);
    expect(lines.join('')).not.toContain(token.slice(8));
  });

  it('leaves lines of JSON whole', () => {
    const [line] = logged((log) => log.info({ url: 'postgres://u:p%22q@h/d', at: 'a:b@c' }, newToken('svc')));
    expect(JSON.parse(line!)).toMatchObject({
      url: 'postgres://u:[redacted]@h/d',
      at: 'a:b@c',
      msg: 'isn_svc_[redacted]',
    });
  });

  it('does not touch addresses without a password', () => {
    expect(withoutSecrets('http://localhost:3000/a@b')).toBe('http://localhost:3000/a@b');
  });
});
