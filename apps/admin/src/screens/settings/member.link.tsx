import type { Member } from '#client';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import list from '../../list/list.module.css';
import { ProblemNotice } from '../../state/states.js';
import { invitationLink } from './invitation.link.js';
import { SecretOnce } from './secret.once.js';
import classes from './settings.module.css';

/** For a member who forgot his password, or whose invitation ran out: what it means first, then the link, this once. */
export function MemberLink({ member }: { member: Member }) {
  const { t } = useTranslation(['settings', 'frame']);
  const [asked, setAsked] = useState(false);
  const making = useMutation({
    mutationFn: () => api().call('createPasswordLink', { params: { id: member.id } }),
  });
  const token = making.data?.token;
  if (token !== undefined) return <SecretOnce label={t('passwordLink.made')} secret={invitationLink(token, member)} />;
  if (!asked)
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('passwordLink.ask')}
      </Button>
    );
  return (
    <div className={classes.secret} role="group" aria-label={t('passwordLink.ask')}>
      <p>{t('passwordLink.words')}</p>
      {making.isSuccess && <p role="alert">{t('passwordLink.lost')}</p>}
      <ProblemNotice error={making.error} />
      <div className={list.buttons}>
        <Button loading={making.isPending} onClick={() => making.mutate()} autoFocus>
          {t('passwordLink.make')}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t('frame:cancel')}
        </Button>
      </div>
    </div>
  );
}
