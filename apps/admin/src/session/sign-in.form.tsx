import { ProblemError } from '#client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api.js';
import { ProblemNotice } from '../state/states.js';
import { NO_PROOF, proofOf } from './second.proof.js';
import { SecondProofField } from './second.proof.field.js';
import classes from './sign-in.module.css';

/** Whether the server asks for a second factor, or refuses the one it got. */
export const asksForProof = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'second-factor-required' || error.code === 'second-factor-wrong');

interface Props {
  readonly onEntered: () => Promise<void>;
  readonly email?: string;
  /** A one-time link in place of e-mail and password, for which the server has asked for a second factor. */
  readonly link?: string | null;
}

/** E-mail and password, or a one-time link, and the second factor once the server asks for it. */
export function SignInForm({ onEntered, email: known = '', link = null }: Props) {
  const { t } = useTranslation('frame');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [proof, setProof] = useState(NO_PROOF);
  const [isAsked, setIsAsked] = useState(link !== null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function enter(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const second = isAsked ? proofOf(proof) : {};
      const body = link === null ? { email, password, ...second } : { link, ...second };
      await api().call('createSession', { body });
      await onEntered();
    } catch (failure) {
      const isFirstAsked = asksForProof(failure) && !isAsked;
      if (isFirstAsked) setIsAsked(true);
      setError(isFirstAsked ? null : failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={classes.form} onSubmit={(event) => void enter(event)}>
      <ProblemNotice error={error} />
      {link === null && (
        <>
          <TextInput
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            dir="ltr"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          />
        </>
      )}
      {isAsked && (
        <div role="group" aria-label={t('signIn.secondStep')} className={classes.form}>
          <p role="status">{t('signIn.secondStepWords')}</p>
          <SecondProofField value={proof} onChange={setProof} autoFocus />
        </div>
      )}
      <Button type="submit" loading={busy} fullWidth>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
