import type { Item } from '#client';
import { COMPLAINT_OUTCOMES } from '#domain';
import { Select, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { PanelForm } from '../../form/panel.form.js';
import { changedWords, ConflictNotice } from '../../state/conflict.notice.js';
import { type Overtaken, useStaleWrite } from '../../state/stale.write.js';
import { say } from '../../state/toast.js';

export type Complaint = Item<'listCorrectionRequests'>;

/** What was done about a complaint, and, where a correction came of it, which. */
export function ComplaintAnswer({ complaint, onDone }: { complaint: Complaint; onDone: () => void }) {
  const { t } = useTranslation('outside');
  const cache = useQueryClient();
  const [seen] = useState(complaint);
  const [outcome, setOutcome] = useState(complaint.outcome);
  const [note, setNote] = useState(complaint.note ?? '');
  const [correctionId, setCorrectionId] = useState(complaint.correctionId);
  const { articleId } = complaint;
  const corrections = useQuery({
    queryKey: keys.ofArticle(articleId ?? '', 'corrections'),
    queryFn: ({ signal }) => api().call('listCorrections', { params: { id: articleId! }, signal }),
    enabled: articleId !== null,
  });
  const saving = useStaleWrite<Complaint>({
    seen,
    read: () => complaintNow(complaint),
    send: (_, version, on) =>
      api().call('updateCorrectionRequest', {
        params: { id: complaint.id },
        version,
        body: {
          outcome: (outcome === seen.outcome ? on.outcome : outcome)!,
          note: note === (seen.note ?? '') ? on.note : note.trim() || null,
          correctionId: correctionId === seen.correctionId ? on.correctionId : correctionId,
        },
      }),
    onDone: () => {
      say(t('complaint.answered'));
      onDone();
    },
    refresh: () => cache.invalidateQueries({ queryKey: keys.complaints }),
  });
  const cameOf = (one: Complaint) => t(one.outcome ? `complaint.outcome.${one.outcome}` : 'complaint.unanswered');
  const correctionOf = (one: Complaint) =>
    corrections.data?.items.find(({ id }) => id === one.correctionId)?.note ?? '—';
  const changesOf = ({ before, now }: Overtaken<Complaint>) =>
    changedWords([
      [t('complaint.came'), cameOf(before), cameOf(now)],
      [t('complaint.note'), before.note ?? '—', now.note ?? '—'],
      [t('complaint.correction'), correctionOf(before), correctionOf(now)],
    ]);
  return (
    <PanelForm
      label={t('complaint.answer')}
      submit={t('frame:save')}
      busy={saving.busy}
      error={saving.error}
      disabled={outcome === null}
      onSend={() => saving.run()}
      onCancel={onDone}
    >
      <Select
        label={t('complaint.came')}
        data={COMPLAINT_OUTCOMES.map((value) => ({ value, label: t(`complaint.outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
        allowDeselect={false}
        autoFocus
      />
      {(corrections.data?.items.length ?? 0) > 0 && (
        <Select
          label={t('complaint.correction')}
          data={corrections.data!.items.map(({ id, note: words }) => ({ value: id, label: words }))}
          value={correctionId}
          onChange={setCorrectionId}
          clearable
          dir="auto"
        />
      )}
      <Textarea
        label={t('complaint.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      {saving.overtaken && (
        <ConflictNotice changes={changesOf(saving.overtaken)} onAgain={() => saving.run()} onForget={onDone} />
      )}
    </PanelForm>
  );
}

/** One complaint as the server has it now; there is no address for a single one. */
async function complaintNow(seen: Complaint): Promise<Complaint> {
  for await (const one of api().pages('listCorrectionRequests', { query: { limit: 200 } }))
    if (one.id === seen.id) return one;
  return seen;
}
