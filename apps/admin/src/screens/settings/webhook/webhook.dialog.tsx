import type { Webhook } from '#client';
import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import list from '../../../list/list.module.css';
import { type Change, ConflictNotice } from '../../../state/conflict.notice.js';
import { type Overtaken, useStaleWrite } from '../../../state/stale.write.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { AskedTwice } from '../asked.twice.js';
import { SecretOnce } from '../secret.once.js';
import { type WebhookDraft, WebhookFields } from './webhook.fields.js';

interface Props {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

/** What an address is told, whether it is told anything, and its secret. */
export function WebhookDialog({ webhook, onClose }: Props) {
  const { t } = useTranslation(['webhook', 'frame']);
  const cache = useQueryClient();
  const changesOf = useWebhookChanges();
  const [draft, setDraft] = useState<WebhookDraft>(webhook);
  const [active, setActive] = useState(webhook.active);
  const saving = useStaleWrite<Webhook>({
    seen: webhook,
    read: () => webhookNow(webhook.id),
    send: (_, version) => {
      const { url, events } = draft;
      const body = { url, events, description: draft.description.trim(), active };
      return api().call('updateWebhook', { params: { id: webhook.id }, version, body });
    },
    onDone: () => {
      say(t('saved'));
      onClose();
    },
    refresh: () => cache.invalidateQueries({ queryKey: keys.webhooks }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<bdi dir="ltr">{webhook.url}</bdi>}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form
        className={list.fields}
        onSubmit={(event) => {
          event.preventDefault();
          saving.run();
        }}
      >
        <WebhookFields draft={draft} onChange={setDraft} />
        <Checkbox
          label={t('active')}
          description={t('activeHint')}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        {saving.overtaken && (
          <ConflictNotice changes={changesOf(saving.overtaken)} onAgain={() => saving.run()} onForget={onClose} />
        )}
        <ProblemNotice error={saving.error} />
        <div className={list.buttons}>
          <Button type="submit" loading={saving.busy} disabled={draft.events.length === 0}>
            {t('frame:save')}
          </Button>
          <NewSecret webhook={webhook} />
          <Removal webhook={webhook} onClose={onClose} />
        </div>
      </form>
    </Modal>
  );
}

/** Of what it is now: an address may have been stopped, or its secret changed, since the list was read. */
async function webhookNow(id: string): Promise<Webhook> {
  const { items } = await api().call('listWebhooks');
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error('the webhook was removed');
  return found;
}

function NewSecret({ webhook: { id } }: { webhook: Webhook }) {
  const { t } = useTranslation('webhook');
  const cache = useQueryClient();
  const making = useMutation({
    mutationFn: async () => {
      const { version } = await webhookNow(id);
      return api().call('rotateWebhookSecret', { params: { id }, version });
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.webhooks }),
  });
  const secret = making.data?.secret;
  if (secret !== undefined) return <SecretOnce label={t('secretOnce')} secret={secret} />;
  return (
    <AskedTwice
      ask={t('rotate')}
      words={t('rotateWords')}
      confirm={t('rotateNow')}
      lost={making.isSuccess && t('secretLost')}
      running={making}
    />
  );
}

function Removal({ webhook: { id }, onClose }: Props) {
  const { t } = useTranslation('webhook');
  const cache = useQueryClient();
  const removing = useMutation({
    mutationFn: async () => {
      const { version } = await webhookNow(id);
      return api().call('deleteWebhook', { params: { id }, version });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.webhooks });
      say(t('removed'));
      onClose();
    },
  });
  return <AskedTwice ask={t('remove')} words={t('removeWords')} confirm={t('removeNow')} running={removing} />;
}

function useWebhookChanges() {
  const { t } = useTranslation(['webhook', 'settings']);
  const eventsOf = ({ events }: Webhook) =>
    events.map((event) => t(`event.${event.replace('.', '-')}`)).join(t('settings:comma'));
  return ({ before, now }: Overtaken<Webhook>): Change[] => {
    const seen: readonly (readonly [name: string, read: (webhook: Webhook) => string])[] = [
      [t('url'), ({ url }) => url],
      [t('description'), ({ description }) => description],
      [t('events'), eventsOf],
      [t('active'), ({ disabledReason }) => t(`standing.${disabledReason ?? 'active'}`)],
    ];
    return seen.flatMap(([name, read]) => {
      const [was, is] = [read(before), read(now)];
      return was === is ? [] : [{ name, before: <Foreign>{was}</Foreign>, after: <Foreign>{is}</Foreign> }];
    });
  };
}
