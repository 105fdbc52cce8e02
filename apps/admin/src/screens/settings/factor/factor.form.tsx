import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../../list/list.module.css';

interface Props {
  readonly submit: string;
  readonly busy: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One step on the way to a second factor or away from it, and the way back. */
export function FactorForm({ submit, busy, onSend, onClose, children }: Props) {
  const { t } = useTranslation('frame');
  return (
    <form
      className={list.fields}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <div className={list.buttons}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A code of the app, where nothing else would do; it has the focus. */
export function CodeField({ value, onChange }: FieldProps) {
  const { t } = useTranslation('factor');
  return (
    <TextInput
      className={list.short}
      label={t('code')}
      inputMode="numeric"
      autoComplete="one-time-code"
      dir="ltr"
      maxLength={10}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      withAsterisk={false}
      autoFocus
    />
  );
}

export function PasswordField({ value, onChange }: FieldProps) {
  const { t } = useTranslation('factor');
  return (
    <PasswordInput
      label={t('password')}
      description={t('passwordHint')}
      autoComplete="current-password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      required
      withAsterisk={false}
      autoFocus
    />
  );
}
