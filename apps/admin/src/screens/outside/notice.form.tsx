import { NOTICE_TYPES, type NoticeType } from '#domain';
import { Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { PanelForm } from '../../form/panel.form.js';
import { say } from '../../state/toast.js';
import { SourceSelect } from '../sources/source.select.js';

/** Passes on what a publisher says: of a source as a whole, or, from a piece of evidence, of that piece. */
export function NoticeForm({ evidenceId, onDone }: { evidenceId?: string; onDone: () => void }) {
  const { t } = useTranslation(['outside', 'sources']);
  const cache = useQueryClient();
  const [type, setType] = useState<NoticeType>('correction');
  const [sourceId, setSourceId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const giving = useMutation({
    mutationFn: () =>
      api().call('createNotice', {
        body: { type, text: text.trim(), ...(evidenceId ? { originItem: evidenceId } : { sourceId: sourceId! }) },
      }),
    onSuccess: async ({ claims }) => {
      say(t('notice.given', { count: claims.length }));
      onDone();
      await Promise.all(
        [keys.notices, keys.claims, ['claim'], ['article'], keys.articles].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  return (
    <PanelForm
      label={t('notice.add')}
      submit={t('notice.give')}
      busy={giving.isPending}
      error={giving.error}
      disabled={text.trim() === '' || (evidenceId === undefined && sourceId === null)}
      onSend={() => giving.mutate()}
      onCancel={onDone}
      note={t(type === 'advisory' ? 'notice.advisoryNote' : 'notice.effect')}
    >
      {evidenceId === undefined && (
        <SourceSelect label={t('notice.ofSource')} value={sourceId} onChange={setSourceId} />
      )}
      <Select
        label={t('notice.kind')}
        data={NOTICE_TYPES.map((value) => ({ value, label: t(`notice.type.${value}`) }))}
        value={type}
        onChange={(value) => value && setType(value)}
        allowDeselect={false}
      />
      <Textarea
        label={t('notice.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={3}
        dir="auto"
        autoFocus={evidenceId !== undefined}
      />
    </PanelForm>
  );
}
