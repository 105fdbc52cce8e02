import { Menu } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { say } from '../../state/toast.js';
import { useRoom } from './article.room.js';

/** Shares the article's open claims among fact-checkers, and says which could not be given to anybody, and why. */
export function BalanceItem() {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const cache = useQueryClient();
  const balance = useMutation({
    mutationFn: () => api().call('balanceAssignments', { params: { id: article.id }, body: {} }),
    onSuccess: ({ assigned, skipped }) => {
      const reasons = new Map<string, number>();
      for (const { why } of skipped) reasons.set(why, (reasons.get(why) ?? 0) + 1);
      const detail = [...reasons].map(([why, count]) => t('balance.skipped', { count, why: t(`balance.why.${why}`) }));
      say(t('balance.done', { count: assigned.length }), { detail: detail.join(' · ') || undefined });
    },
    onError: (error) => say(t('notNow'), { kind: 'refused', detail: error.message }),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: ['claim'] }),
        cache.invalidateQueries({ queryKey: keys.articles }),
      ]),
  });
  return (
    <Menu.Item leftSection={<IconUsersGroup size={16} aria-hidden />} onClick={() => balance.mutate()}>
      {t('balance.open')}
    </Menu.Item>
  );
}
