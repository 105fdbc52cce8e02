import { ask } from '../support/ask.js';
import { done, type Any } from '../support/checking-work.js';
import { codeBefore, codeOf, fromBase32 } from '../support/one-time-codes.js';
import { by, type Prepared, type Scenario, type Stage } from './mutation-stage.js';
import { newcomer, password, sessionOf } from './newcomer.js';

interface Enrolling {
  readonly id: string;
  readonly session: Record<string, string>;
  readonly secret: Buffer;
}

const asked = (stage: Stage, session: Record<string, string>, path: string, body: object): Promise<Any> =>
  done(ask(`${stage.api.url}/api/v1${path}`, 'POST', session, body));

async function begun(stage: Stage): Promise<Enrolling> {
  const { id, session } = await newcomer(stage);
  const { secret } = await asked(stage, session, '/me/second-factor', { password });
  return { id, session, secret: fromBase32(secret as string) };
}

async function confirmed(stage: Stage): Promise<Enrolling> {
  const enrolling = await begun(stage);
  const totp = await codeBefore(enrolling.secret);
  await asked(stage, enrolling.session, '/me/second-factor/confirmation', { totp });
  return enrolling;
}

const sent = (headers: Record<string, string>, path: string, body: object): Prepared => ({
  method: 'POST',
  path,
  body,
  headers,
  keyed: true,
});

/** What a member does with his second factor, one example of each mutation. */
export const SECOND_FACTOR: Record<string, Scenario> = {
  startSecondFactor: async (stage) => sent((await newcomer(stage)).session, '/me/second-factor', { password }),
  confirmSecondFactor: async (stage) => {
    const { session, secret } = await begun(stage);
    return sent(session, '/me/second-factor/confirmation', { totp: codeOf(secret) });
  },
  renewRecoveryCodes: async (stage) => {
    const { session, secret } = await confirmed(stage);
    return sent(session, '/me/second-factor/recovery-codes', { totp: codeOf(secret) });
  },
  removeSecondFactor: async (stage) => {
    const { session, secret } = await confirmed(stage);
    return sent(session, '/me/second-factor/removal', { password, totp: codeOf(secret) });
  },
  createPasswordLink: async (stage) => {
    const { id } = await newcomer(stage);
    const { admin } = stage.desk;
    const entered = { email: admin.email, password: admin.password };
    const opened = await ask(`${stage.api.url}/api/v1/sessions`, 'POST', {}, entered);
    return { method: 'POST', path: `/members/${id}/password-link`, headers: sessionOf(opened), keyed: true };
  },
  resetSecondFactor: async (stage) =>
    by(stage.desk.admin, 'POST', `/members/${(await confirmed(stage)).id}/second-factor/reset`),
};
