import { ProblemError } from '#client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api.js';
import { ProblemNotice } from '../state/states.js';
import classes from './sign-in.module.css';

/** Codes with which the server asks for, or refuses, a second factor. */
const SECOND_FACTOR = /totp|second-factor/;

/** E-mail, password, and the code of a second factor once the server asks for it. */
export function SignInForm({ onEntered, email: known = '' }: { onEntered: () => Promise<void>; email?: string }) {
  const { t } = useTranslation('frame');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [asksForCode, setAsksForCode] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function enter(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await api().call('createSession', { body: { email, password, ...(totp && { totp }) } });
      await onEntered();
    } catch (failure) {
      const wantsCode = failure instanceof ProblemError && SECOND_FACTOR.test(failure.code);
      if (wantsCode) setAsksForCode(true);
      setError(wantsCode && !asksForCode ? null : failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={classes.form} onSubmit={(event) => void enter(event)}>
      <ProblemNotice error={error} />
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
      {asksForCode && (
        <TextInput
          label={t('signIn.code')}
          description={t('signIn.codeHint')}
          name="totp"
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          autoFocus
          maxLength={10}
          value={totp}
          onChange={(event) => setTotp(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={busy} fullWidth>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
