import type { Member } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { say } from '../../../state/toast.js';
import { AskedTwice } from '../asked.twice.js';

/** For a member who has lost phone and recovery codes: what it means first, then the deed. */
export function MemberReset({ member, onDone }: { member: Member; onDone: () => void }) {
  const { t } = useTranslation('factor');
  const cache = useQueryClient();
  const resetting = useMutation({
    mutationFn: () => api().call('resetSecondFactor', { params: { id: member.id } }),
    onSuccess: async () => {
      say(t('member.done'));
      onDone();
      await cache.invalidateQueries({ queryKey: keys.members });
    },
  });
  return (
    <AskedTwice ask={t('member.reset')} words={t('member.words')} confirm={t('member.confirm')} running={resetting} />
  );
}
