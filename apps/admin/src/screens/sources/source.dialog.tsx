import type { Source } from '#client';
import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { cleanDraft, draftOf, SourceFields } from './source.fields.js';
import list from '../../list/list.module.css';

/** Registers a source. */
export function SourceDialog({ onClose }: { onClose: (made?: Source) => void }) {
  const { t } = useTranslation(['sources', 'frame']);
  const cache = useQueryClient();
  const [draft, setDraft] = useState(draftOf());
  const adding = useMutation({
    mutationFn: () => api().call('createSource', { body: cleanDraft(draft) }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: keys.sources });
      say(t('added'));
      onClose(made);
    },
  });
  return (
    <Modal opened onClose={() => onClose()} title={t('add')} closeButtonProps={{ 'aria-label': t('frame:close') }}>
      <form
        className={list.fields}
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        <SourceFields draft={draft} onChange={setDraft} />
        <ProblemNotice error={adding.error} />
        <div className={list.buttons}>
          <Button type="submit" loading={adding.isPending}>
            {t('frame:save')}
          </Button>
          <Button variant="default" onClick={() => onClose()}>
            {t('frame:cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
