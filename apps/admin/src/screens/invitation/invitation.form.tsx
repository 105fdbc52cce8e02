import { ProblemError } from '#client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { useSecondStep } from '../../session/second.step.js';
import classes from '../../session/sign-in.module.css';
import { ProblemNotice } from '../../state/states.js';

interface Props {
  readonly token: string;
  /** As whoever invited wrote it; the invited may write it otherwise. */
  readonly name: string;
  readonly onEntered: () => Promise<void>;
  /** The link was used before, has expired, or never was one: the server tells nobody which. */
  readonly onOver: () => void;
}

/** A name, and a password written twice so that nobody locks himself out by a slip; a code from a member who comes back and has a second factor. */
export function InvitationForm({ token, name: known, onEntered, onOver }: Props) {
  const { t } = useTranslation(['invitation', 'frame']);
  const [name, setName] = useState(known);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const second = useSecondStep();
  const accepting = useMutation({
    mutationFn: () =>
      api().call('acceptInvitation', {
        params: { token },
        body: { password, ...(name.trim() && { name: name.trim() }), ...second.proof },
      }),
    onMutate: () => setError(null),
    onSuccess: onEntered,
    onError: (failure) => {
      if (failure instanceof ProblemError && failure.status === 404) onOver();
      setError(second.takeUp(failure) ? null : failure);
    },
  });

  function send(event: FormEvent) {
    event.preventDefault();
    setDiffer(password !== again);
    if (password === again) accepting.mutate();
  }

  const seen = { visibilityToggleButtonProps: { 'aria-label': t('frame:signIn.showPassword') } };
  return (
    <form className={classes.form} onSubmit={send}>
      <ProblemNotice error={error} />
      <TextInput
        label={t('name')}
        name="name"
        autoComplete="name"
        dir="auto"
        maxLength={200}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('frame:signIn.password')}
        description={t('passwordHint')}
        name="password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        {...seen}
      />
      <PasswordInput
        label={t('again')}
        name="again"
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={again}
        error={differ && password !== again && t('differ')}
        onChange={(event) => setAgain(event.currentTarget.value)}
        {...seen}
      />
      {second.field}
      <Button type="submit" loading={accepting.isPending} fullWidth>
        {t('join')}
      </Button>
    </form>
  );
}
