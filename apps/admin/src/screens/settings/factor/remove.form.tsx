import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { NO_PROOF, proofOf } from '../../../session/second.proof.js';
import { SecondProofField } from '../../../session/second.proof.field.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { FactorForm, PasswordField } from './factor.form.js';

/** Turning the second step off takes both: the password, and a code or a recovery code. */
export function RemoveForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('factor');
  const cache = useQueryClient();
  const [password, setPassword] = useState('');
  const [proof, setProof] = useState(NO_PROOF);
  const removing = useMutation({
    mutationFn: () => api().call('removeSecondFactor', { body: { password, ...proofOf(proof) } }),
    onSuccess: async () => {
      say(t('removed'));
      onClose();
      await cache.invalidateQueries({ queryKey: keys.secondFactor });
    },
  });
  return (
    <FactorForm submit={t('remove')} busy={removing.isPending} onSend={() => removing.mutate()} onClose={onClose}>
      <p>{t('removeWords')}</p>
      <PasswordField value={password} onChange={setPassword} />
      <SecondProofField value={proof} onChange={setProof} />
      <ProblemNotice error={removing.error} />
    </FactorForm>
  );
}
