import type { Claim } from '#client';
import { useTranslation } from 'react-i18next';
import { useMe, useMembers } from '../session/session.query.js';

export type Turn = NonNullable<Claim['requirements']['verified'][number]['turn']>;

/** More names than this are a crowd, and a role says it better. */
const NAMED = 3;

/** Whose turn it is, in words: the reader's own, of people by name, or of a role. */
export function useTurnWords(): (turn: Turn) => string {
  const { t } = useTranslation('terms');
  const { member } = useMe();
  const members = useMembers();
  return ({ role, task, memberIds, exceptIds }) => {
    if (memberIds.includes(member.id)) return t('turn.you');
    if (task === 'assign') return t('turn.assign');
    if (exceptIds.includes(member.id)) return t(`turn.another.${role}`);
    const names = memberIds.flatMap((id) => members.get(id)?.name ?? []);
    if (names.length === 0 || names.length > NAMED) return t(`turn.${role}`);
    return t('turn.named', { names: names.join(t('turn.and')) });
  };
}
