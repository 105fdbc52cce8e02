import { COMMENT_CHANNELS, WAIVER_REASONS } from '#domain';
import type { Input } from '#client';
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { PanelForm } from '../../../form/panel.form.js';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { say } from '../../../state/toast.js';
import { fromLocalInput, toLocalInput } from '../../../text/local.input.js';
import { useRoom } from '../article.room.js';

type Body = Input<'createCommentRequest'>['body'];
type Channel = NonNullable<Body['channel']>;
type Reason = NonNullable<Body['waiver']>['reason'];

/** Who was asked, about which claims, how, what and until when. */
export function CommentForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('file');
  const { member } = useMe();
  const { article } = useRoom();
  const [questions, setQuestions, clear] = useDraft(`${member.id}.${article.id}.comment-request`);
  const [channel, setChannel] = useState<Channel>('email');
  const [sentAt, setSentAt] = useState(() => toLocalInput(new Date().toISOString()));
  const [deadline, setDeadline] = useState('');
  return (
    <Recorded
      label={t('comment.record')}
      more={{
        channel,
        questions,
        ...(sentAt && { sentAt: fromLocalInput(sentAt)! }),
        ...(deadline && { deadline: fromLocalInput(deadline)! }),
      }}
      onDone={() => {
        clear();
        onDone();
      }}
      onCancel={onDone}
    >
      <Select
        label={t('comment.by')}
        data={COMMENT_CHANNELS.map((value) => ({ value, label: t(`comment.channel.${value}`) }))}
        value={channel}
        onChange={(value) => value && setChannel(value)}
        allowDeselect={false}
      />
      <Textarea
        label={t('comment.questions')}
        value={questions}
        onChange={(event) => setQuestions(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      <TextInput
        type="datetime-local"
        label={t('comment.sentAt')}
        value={sentAt}
        onChange={(event) => setSentAt(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('comment.deadlineAt')}
        description={t('comment.deadlineHint')}
        value={deadline}
        onChange={(event) => setDeadline(event.currentTarget.value)}
      />
    </Recorded>
  );
}

/** Why nobody is asked: one of the fixed reasons, printed in the report. */
export function WaiverForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('file');
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  return (
    <Recorded
      label={t('comment.waive')}
      more={reason ? { waiver: { reason, ...(note.trim() && { note: note.trim() }) } } : null}
      onDone={onDone}
      onCancel={onDone}
    >
      <Select
        label={t('comment.why')}
        description={t('comment.whyHint')}
        data={WAIVER_REASONS.map((value) => ({ value, label: t(`comment.waiver.${value}`) }))}
        value={reason}
        onChange={setReason}
        allowDeselect={false}
      />
      <Textarea
        label={t('comment.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        rows={2}
        dir="auto"
      />
    </Recorded>
  );
}

interface Props {
  readonly label: string;
  /** What is recorded beside claims and addressee; null while it is not whole. */
  readonly more: Omit<Body, 'claimIds' | 'addressee'> | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

function Recorded({ label, more, onDone, onCancel, children }: Props) {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const cache = useQueryClient();
  const [claimIds, setClaimIds] = useState<string[]>([]);
  const [addressee, setAddressee] = useState('');
  const sending = useMutation({
    mutationFn: () =>
      api().call('createCommentRequest', {
        params: { id: article.id },
        body: { claimIds, addressee: addressee.trim(), ...more },
      }),
    onSuccess: async () => {
      say(t('comment.recorded'));
      onDone();
      await cache.invalidateQueries({ queryKey: keys.article(article.id) });
    },
  });
  return (
    <PanelForm
      label={label}
      submit={label}
      busy={sending.isPending}
      error={sending.error}
      disabled={claimIds.length === 0 || addressee.trim() === '' || more === null}
      onSend={() => sending.mutate()}
      onCancel={onCancel}
    >
      <TextInput
        label={t('comment.addressee')}
        value={addressee}
        onChange={(event) => setAddressee(event.currentTarget.value)}
        dir="auto"
        autoFocus
      />
      <MultiSelect
        label={t('comment.about')}
        data={article.claims
          .filter(({ disposition }) => disposition === 'active')
          .map(({ id, quote }) => ({ value: id, label: quote }))}
        value={claimIds}
        onChange={setClaimIds}
        searchable
        dir="auto"
      />
      {children}
    </PanelForm>
  );
}
