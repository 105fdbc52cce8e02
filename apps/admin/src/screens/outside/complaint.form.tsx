import { LEGAL_BASES } from '#domain';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PanelForm } from '../../form/panel.form.js';
import { useArticleTitles } from '../../list/article.titles.js';
import { type ComplaintDraft, useComplaintDraft, useRecording } from './complaint.draft.js';

/** Who complains, of what, and on what legal ground if any: the server says until when it is to be answered. */
export function ComplaintForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('outside');
  const draft = useComplaintDraft();
  const recording = useRecording(draft, onDone);
  return (
    <PanelForm
      label={t('complaint.add')}
      submit={t('complaint.record')}
      busy={recording.isPending}
      error={recording.error}
      disabled={!draft.isWhole}
      onSend={() => recording.mutate()}
      onCancel={onDone}
      note={t('kept')}
    >
      <Demand draft={draft} />
      <Ground draft={draft} />
      <TextInput
        type="datetime-local"
        label={t('complaint.receivedAt')}
        description={t('complaint.receivedHint')}
        value={draft.receivedAt}
        onChange={(event) => draft.tell({ receivedAt: event.currentTarget.value })}
      />
    </PanelForm>
  );
}

/** Who complains, how he is reached, and what he wants. */
function Demand({ draft }: { draft: ComplaintDraft }) {
  const { t } = useTranslation('outside');
  return (
    <>
      <TextInput
        label={t('complaint.requester')}
        value={draft.requester}
        onChange={(event) => draft.tell({ requester: event.currentTarget.value })}
        dir="auto"
        autoFocus
      />
      <TextInput
        label={t('complaint.contact')}
        value={draft.contact}
        onChange={(event) => draft.tell({ contact: event.currentTarget.value })}
        dir="auto"
      />
      <Textarea
        label={t('complaint.demand')}
        value={draft.demand}
        onChange={(event) => draft.setDemand(event.currentTarget.value)}
        rows={4}
        dir="auto"
      />
    </>
  );
}

/** Of which article, and by what law. */
function Ground({ draft }: { draft: ComplaintDraft }) {
  const { t } = useTranslation('outside');
  const titles = useArticleTitles();
  return (
    <>
      <Select
        label={t('complaint.about')}
        data={[...titles.values()].map(({ id, title }) => ({ value: id, label: title }))}
        value={draft.articleId}
        onChange={(articleId) => draft.tell({ articleId })}
        searchable
        clearable
        dir="auto"
      />
      <Select
        label={t('complaint.ground')}
        description={t('complaint.groundHint')}
        data={LEGAL_BASES.map((value) => ({ value, label: t(`complaint.basis.${value}`) }))}
        value={draft.legalBasis}
        onChange={(legalBasis) => draft.tell({ legalBasis })}
        clearable
      />
    </>
  );
}
