import type { Session } from '#client';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import list from '../../list/list.module.css';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Moment } from '../../text/moment.js';
import { SecondFactor } from './factor/second.factor.js';
import classes from './settings.module.css';

/** What is mine: password, second factor, and where I am signed in. */
export function AccountSettings() {
  return (
    <>
      <PasswordForm />
      <SecondFactor />
      <Sessions />
    </>
  );
}

function PasswordForm() {
  const { t } = useTranslation('settings');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const changing = useMutation({
    mutationFn: () => api().call('changePassword', { body: { current, next } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      say(t('passwordChanged'));
    },
  });
  return (
    <section className={classes.card} aria-labelledby="password">
      <h2 id="password">{t('password')}</h2>
      <p className={list.quiet}>{t('passwordWords')}</p>
      <form
        className={list.fields}
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate();
        }}
      >
        <PasswordInput
          label={t('currentPassword')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          required
        />
        <PasswordInput
          label={t('nextPassword')}
          description={t('nextPasswordHint')}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          required
        />
        <ProblemNotice error={changing.error} />
        <div className={list.buttons}>
          <Button type="submit" loading={changing.isPending}>
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Sessions() {
  const { t } = useTranslation('settings');
  const cache = useQueryClient();
  const sessions = useQuery({ queryKey: keys.sessions, queryFn: () => api().call('listSessions') });
  const ending = useMutation({
    mutationFn: ({ id }: Session) => api().call('deleteSession', { params: { id } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.sessions });
      say(t('sessionEnded'));
    },
  });
  return (
    <section className={classes.card} aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      {sessions.isPending && <Loading lines={3} />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      <ProblemNotice error={ending.error} />
      <ul role="list" className={classes.rows}>
        {sessions.data?.items.map((session) => (
          <li key={session.id}>
            <div>
              <bdi dir="ltr">{agentName(session.userAgent)}</bdi>
              {session.current && <strong className={classes.now}> {t('thisSession')}</strong>}
              <p className={list.quiet}>
                {t('lastSeen')} <Moment at={session.lastSeenAt} />
              </p>
            </div>
            {!session.current && (
              <Button size="compact-sm" variant="default" onClick={() => ending.mutate(session)}>
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The browser's and the system's name out of what the browser says of itself. */
function agentName(agent: string): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari|curl|node)[/ ]?([\d]+)?/.exec(agent);
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(agent)?.[1];
  return [
    browser ? [browser[1]!.replace('Edg', 'Edge'), browser[2]].filter(Boolean).join(' ') : agent.slice(0, 40),
    system,
  ]
    .filter(Boolean)
    .join(' · ');
}
