import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import list from '../../../list/list.module.css';
import { ProblemNotice } from '../../../state/states.js';
import { SecretOnce } from '../secret.once.js';
import { type WebhookDraft, WebhookFields } from './webhook.fields.js';

/** An address to be told from now on; its secret, this once. */
export function NewWebhook({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['webhook', 'frame']);
  const cache = useQueryClient();
  const [draft, setDraft] = useState<WebhookDraft>({
    url: '',
    description: '',
    events: ['article.released', 'article.correcting', 'claim.state-changed'],
  });
  const making = useMutation({
    mutationFn: () => api().call('createWebhook', { body: { ...draft, description: draft.description.trim() } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.webhooks }),
  });
  return (
    <Modal opened onClose={onClose} title={t('make')} closeButtonProps={{ 'aria-label': t('frame:close') }}>
      {making.isSuccess ? (
        <div className={list.fields}>
          {making.data.secret === undefined ? (
            <p role="alert">{t('secretLost')}</p>
          ) : (
            <SecretOnce label={t('secretOnce')} secret={making.data.secret} />
          )}
          <Button onClick={onClose}>{t('frame:close')}</Button>
        </div>
      ) : (
        <form
          className={list.fields}
          onSubmit={(event) => {
            event.preventDefault();
            making.mutate();
          }}
        >
          <WebhookFields draft={draft} onChange={setDraft} />
          <ProblemNotice error={making.error} />
          <Button type="submit" loading={making.isPending} disabled={draft.events.length === 0}>
            {t('make')}
          </Button>
        </form>
      )}
    </Modal>
  );
}
