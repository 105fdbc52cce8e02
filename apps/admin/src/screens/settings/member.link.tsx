import type { Member } from '#client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { AskedTwice } from './asked.twice.js';
import { invitationLink } from './invitation.link.js';
import { SecretOnce } from './secret.once.js';

/** For a member who forgot his password, or whose invitation ran out: what it means first, then the link, this once. */
export function MemberLink({ member }: { member: Member }) {
  const { t } = useTranslation('settings');
  const making = useMutation({
    mutationFn: () => api().call('createPasswordLink', { params: { id: member.id } }),
  });
  const token = making.data?.token;
  if (token !== undefined) return <SecretOnce label={t('passwordLink.made')} secret={invitationLink(token, member)} />;
  return (
    <AskedTwice
      ask={t('passwordLink.ask')}
      words={t('passwordLink.words')}
      confirm={t('passwordLink.make')}
      lost={making.isSuccess && t('passwordLink.lost')}
      running={making}
    />
  );
}
