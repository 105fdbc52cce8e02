import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { CodeField, FactorForm } from './factor.form.js';

interface Props {
  readonly onCodes: (codes: readonly string[] | undefined) => void;
  readonly onClose: () => void;
}

/** New recovery codes in place of the old, for a code of the app. */
export function RenewForm({ onCodes, onClose }: Props) {
  const { t } = useTranslation('factor');
  const cache = useQueryClient();
  const [totp, setTotp] = useState('');
  const renewing = useMutation({
    mutationFn: () => api().call('renewRecoveryCodes', { body: { totp } }),
    onSuccess: async ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      say(t('renewed'));
      await cache.invalidateQueries({ queryKey: keys.secondFactor });
    },
  });
  return (
    <FactorForm submit={t('renew')} busy={renewing.isPending} onSend={() => renewing.mutate()} onClose={onClose}>
      <p>{t('renewWords')}</p>
      <CodeField value={totp} onChange={setTotp} />
      <ProblemNotice error={renewing.error} />
    </FactorForm>
  );
}
