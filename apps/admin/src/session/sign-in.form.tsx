import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api.js';
import { ProblemNotice } from '../state/states.js';
import { useSecondStep } from './second.step.js';
import classes from './sign-in.module.css';

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
  const second = useSecondStep(link !== null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function enter(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const body = link === null ? { email, password, ...second.proof } : { link, ...second.proof };
      await api().call('createSession', { body });
      await onEntered();
    } catch (failure) {
      setError(second.takeUp(failure) ? null : failure);
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
      {second.field}
      <Button type="submit" loading={busy} fullWidth>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
