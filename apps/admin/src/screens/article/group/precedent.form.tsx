import type { Claim } from '#client';
import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { refreshClaim } from '../../../claim/claim.refresh.js';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { say } from '../../../state/toast.js';
import { Choice, PanelForm } from '../../../form/panel.form.js';

const CONFIDENCES = ['low', 'medium', 'high'] as const;

/** Takes over what was decided on the same claim elsewhere: never by itself, always with one's own reasons. */
export function PrecedentForm({
  claim,
  precedentId,
  onClose,
}: {
  claim: Claim;
  precedentId: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['groups', 'terms']);
  const { member } = useMe();
  const cache = useQueryClient();
  const [rationale, setRationale, clear] = useDraft(`${member.id}.${claim.id}.precedent.${precedentId}`);
  const [confidence, setConfidence] = useState<(typeof CONFIDENCES)[number]>('medium');
  const take = useMutation({
    mutationFn: () =>
      api().call('takePrecedent', {
        params: { id: claim.id },
        body: { claimId: precedentId, rationale, confidence },
      }),
    onSuccess: () => {
      clear();
      say(t('taken'));
      onClose();
    },
    onSettled: () => refreshClaim(cache, claim),
  });
  return (
    <PanelForm
      label={t('take')}
      submit={t('take')}
      busy={take.isPending}
      error={take.error}
      disabled={rationale.trim() === ''}
      onSend={() => take.mutate()}
      onCancel={onClose}
      note={t('takeWords')}
    >
      <Textarea
        label={t('why')}
        description={t('whyHint')}
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
        rows={3}
        dir="auto"
        autoFocus
      />
      <Choice
        label={t('confidence')}
        value={confidence}
        onChange={setConfidence}
        options={CONFIDENCES.map((value) => ({ value, label: t(`terms:confidence.${value}`) }))}
      />
    </PanelForm>
  );
}
