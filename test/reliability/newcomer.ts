import { newId } from '#platform';
import { ask, type Asked } from '../support/ask.js';
import { done, type Any } from '../support/checking-work.js';
import type { Stage } from './mutation-stage.js';

/** A person who was just invited and signed in: sessions and passwords of his own to be spent. */
export async function newcomer(
  stage: Stage,
): Promise<{ id: string; version: number; session: Record<string, string> }> {
  const { api } = stage;
  const { id, version, invitation } = await invited(stage);
  const accepted = await ask(`${api.url}/api/v1/invitations/${invitation.token}/acceptance`, 'POST', {}, { password });
  return { id, version: version + 1, session: sessionOf(accepted) };
}

export const password = 'كلمة سر طويلة لا يعرفها أحد سوانا';

export function invited({ desk }: Stage): Promise<Any> {
  const email = `newcomer-${newId()}@example.org`;
  return done(desk.admin.post('/members', { email, name: 'زميل جديد', roles: ['editor'], locale: 'ar' }));
}

export function sessionOf({ status, headers }: Asked): Record<string, string> {
  if (status !== 201) throw new Error(`no session: ${status}`);
  return { cookie: headers.get('set-cookie')!.split(';', 1)[0]!, 'x-isnad-csrf': '1' };
}
