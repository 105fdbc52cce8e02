import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProofDraft } from './second.proof.js';
import classes from './sign-in.module.css';

interface Props {
  readonly value: ProofDraft;
  readonly onChange: (value: ProofDraft) => void;
  readonly autoFocus?: boolean;
}

/** The code of an authenticator app, or, for whoever has lost the telephone, a recovery code in its place. */
export function SecondProofField({ value, onChange, autoFocus }: Props) {
  const { t } = useTranslation('frame');
  const isApp = value.way === 'app';
  return (
    <div className={classes.proof}>
      <TextInput
        key={value.way}
        label={t(isApp ? 'signIn.code' : 'signIn.recoveryCode')}
        description={t(isApp ? 'signIn.codeHint' : 'signIn.recoveryCodeHint')}
        name={isApp ? 'totp' : 'recovery-code'}
        inputMode={isApp ? 'numeric' : 'text'}
        autoComplete={isApp ? 'one-time-code' : 'off'}
        spellCheck={false}
        dir="ltr"
        autoFocus={autoFocus}
        maxLength={isApp ? 10 : 64}
        required
        withAsterisk={false}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => onChange({ way: isApp ? 'recovery' : 'app', text: '' })}
      >
        {t(isApp ? 'signIn.useRecoveryCode' : 'signIn.useCode')}
      </Button>
    </div>
  );
}
