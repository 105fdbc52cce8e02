import type { Input } from '#client';
import { WEBHOOK_EVENTS } from '#domain';
import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';

export type WebhookDraft = Required<Input<'createWebhook'>['body']>;

/** Where to, what for, and of what. */
export function WebhookFields({ draft, onChange }: { draft: WebhookDraft; onChange: (draft: WebhookDraft) => void }) {
  const { t } = useTranslation('webhook');
  return (
    <>
      <TextInput
        label={t('url')}
        description={t('urlHint')}
        type="url"
        dir="ltr"
        value={draft.url}
        onChange={(event) => onChange({ ...draft, url: event.currentTarget.value })}
        required
        data-autofocus
      />
      <TextInput
        label={t('description')}
        description={t('descriptionHint')}
        dir="auto"
        maxLength={200}
        value={draft.description}
        onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t('events')}
        description={t('eventsHint')}
        value={[...draft.events]}
        onChange={(events) => onChange({ ...draft, events: events })}
      >
        <div className={classes.checks}>
          {WEBHOOK_EVENTS.map((event) => (
            <Checkbox key={event} value={event} label={t(`event.${event.replace('.', '-')}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
