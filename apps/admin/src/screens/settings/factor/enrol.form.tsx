import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { SecretOnce } from '../secret.once.js';
import { CodeField, FactorForm, PasswordField } from './factor.form.js';

interface Props {
  readonly onCodes: (codes: readonly string[] | undefined) => void;
  readonly onClose: () => void;
}

/** First the password; then the secret for the app, and a code of the app that shows that it has arrived there. */
export function EnrolForm({ onCodes, onClose }: Props) {
  const { t } = useTranslation('factor');
  const [password, setPassword] = useState('');
  const starting = useMutation({
    mutationFn: () => api().call('startSecondFactor', { body: { password } }),
    onSuccess: () => setPassword(''),
  });
  const { secret, uri } = starting.data ?? {};
  if (secret !== undefined && uri !== undefined)
    return <ConfirmForm secret={secret} uri={uri} onCodes={onCodes} onClose={onClose} />;
  return (
    <FactorForm submit={t('next')} busy={starting.isPending} onSend={() => starting.mutate()} onClose={onClose}>
      {starting.isSuccess && <p role="alert">{t('lost')}</p>}
      <PasswordField value={password} onChange={setPassword} />
      <ProblemNotice error={starting.error} />
    </FactorForm>
  );
}

function ConfirmForm({ secret, uri, onCodes, onClose }: Props & { secret: string; uri: string }) {
  const { t } = useTranslation('factor');
  const cache = useQueryClient();
  const [totp, setTotp] = useState('');
  const confirming = useMutation({
    mutationFn: () => api().call('confirmSecondFactor', { body: { totp } }),
    onSuccess: async ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      say(t('confirmed'));
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.secondFactor }),
        cache.invalidateQueries({ queryKey: keys.sessions }),
      ]);
    },
  });
  return (
    <FactorForm submit={t('confirm')} busy={confirming.isPending} onSend={() => confirming.mutate()} onClose={onClose}>
      <SecretOnce label={t('secret')} secret={secret} shown={inFours(secret)} />
      <a href={uri}>{t('openApp')}</a>
      <p>{t('confirmWords')}</p>
      <CodeField value={totp} onChange={setTotp} />
      <ProblemNotice error={confirming.error} />
    </FactorForm>
  );
}

/** Letters as they are typed off a screen: four at a time. */
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
