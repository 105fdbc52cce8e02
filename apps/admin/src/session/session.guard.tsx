import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSignal } from '../state/signal.js';
import { meQuery, useMe } from './session.query.js';
import { sessionEnded } from './session.state.js';
import { SignInForm } from './sign-in.form.js';

/** Asks to sign in again over the page when the session has ended, so that what was being written stays. */
export function SessionGuard() {
  const { t } = useTranslation('frame');
  const ended = useSignal(sessionEnded);
  const cache = useQueryClient();
  const me = useMe();

  async function goOn() {
    const now = await cache.fetchQuery({ ...meQuery, staleTime: 0 });
    if (now?.member.id !== me.member.id) return location.assign('/'); // somebody else: nothing of the first may stay
    sessionEnded.set(false);
    await cache.invalidateQueries();
  }

  return (
    <Modal
      opened={ended}
      onClose={() => location.assign('/sign-in')}
      title={t('signIn.again')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('signIn.againWords')}</p>
      <SignInForm onEntered={goOn} email={me.member.email} />
    </Modal>
  );
}
