import type { Member } from '#client';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import list from '../../../list/list.module.css';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import classes from '../settings.module.css';

/** For a member who has lost phone and recovery codes: what it means first, then the deed. */
export function MemberReset({ member, onDone }: { member: Member; onDone: () => void }) {
  const { t } = useTranslation('factor');
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const resetting = useMutation({
    mutationFn: () => api().call('resetSecondFactor', { params: { id: member.id } }),
    onSuccess: async () => {
      say(t('member.done'));
      onDone();
      await cache.invalidateQueries({ queryKey: keys.members });
    },
  });
  if (!asked)
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('member.reset')}
      </Button>
    );
  return (
    <div className={classes.secret} role="group" aria-label={t('member.reset')}>
      <p>{t('member.words')}</p>
      <ProblemNotice error={resetting.error} />
      <div className={list.buttons}>
        <Button loading={resetting.isPending} onClick={() => resetting.mutate()} autoFocus>
          {t('member.confirm')}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t('frame:cancel')}
        </Button>
      </div>
    </div>
  );
}
