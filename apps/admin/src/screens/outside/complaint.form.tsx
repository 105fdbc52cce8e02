import type { Input } from '#client';
import { LEGAL_BASES } from '#domain';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { PanelForm } from '../../form/panel.form.js';
import { useArticleTitles } from '../../list/article.titles.js';
import { useMe } from '../../session/session.query.js';
import { useDraft } from '../../state/draft.js';
import { say } from '../../state/toast.js';
import { fromLocalInput } from '../../text/local.input.js';

type Basis = NonNullable<Input<'createCorrectionRequest'>['body']['legalBasis']>;

/** Who complains, of what, and on what legal ground if any: the server says until when it is to be answered. */
export function ComplaintForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('outside');
  const { member } = useMe();
  const titles = useArticleTitles();
  const cache = useQueryClient();
  const [demand, setDemand, clear] = useDraft(`${member.id}.complaint`);
  const [requester, setRequester] = useState('');
  const [contact, setContact] = useState('');
  const [receivedAt, setReceivedAt] = useState('');
  const [legalBasis, setLegalBasis] = useState<Basis | null>(null);
  const [articleId, setArticleId] = useState<string | null>(null);
  const recording = useMutation({
    mutationFn: () =>
      api().call('createCorrectionRequest', {
        body: {
          requester: requester.trim(),
          demand: demand.trim(),
          ...(contact.trim() && { contact: contact.trim() }),
          ...(receivedAt && { receivedAt: fromLocalInput(receivedAt)! }),
          legalBasis,
          articleId,
        },
      }),
    onSuccess: async () => {
      clear();
      say(t('complaint.recorded'));
      onDone();
      await cache.invalidateQueries({ queryKey: keys.complaints });
    },
  });
  return (
    <PanelForm
      label={t('complaint.add')}
      submit={t('complaint.record')}
      busy={recording.isPending}
      error={recording.error}
      disabled={requester.trim() === '' || demand.trim() === ''}
      onSend={() => recording.mutate()}
      onCancel={onDone}
      note={t('kept')}
    >
      <TextInput
        label={t('complaint.requester')}
        value={requester}
        onChange={(event) => setRequester(event.currentTarget.value)}
        dir="auto"
        autoFocus
      />
      <TextInput
        label={t('complaint.contact')}
        value={contact}
        onChange={(event) => setContact(event.currentTarget.value)}
        dir="auto"
      />
      <Textarea
        label={t('complaint.demand')}
        value={demand}
        onChange={(event) => setDemand(event.currentTarget.value)}
        rows={4}
        dir="auto"
      />
      <Select
        label={t('complaint.about')}
        data={[...titles.values()].map(({ id, title }) => ({ value: id, label: title }))}
        value={articleId}
        onChange={setArticleId}
        searchable
        clearable
        dir="auto"
      />
      <Select
        label={t('complaint.ground')}
        description={t('complaint.groundHint')}
        data={LEGAL_BASES.map((value) => ({ value, label: t(`complaint.basis.${value}`) }))}
        value={legalBasis}
        onChange={setLegalBasis}
        clearable
      />
      <TextInput
        type="datetime-local"
        label={t('complaint.receivedAt')}
        description={t('complaint.receivedHint')}
        value={receivedAt}
        onChange={(event) => setReceivedAt(event.currentTarget.value)}
      />
    </PanelForm>
  );
}
