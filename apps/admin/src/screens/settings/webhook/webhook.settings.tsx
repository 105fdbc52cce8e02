import type { Webhook } from '#client';
import { Button } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { ListBody } from '../../../list/list.body.js';
import list from '../../../list/list.module.css';
import { usePages } from '../../../list/pages.query.js';
import { Empty } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import classes from '../settings.module.css';
import { DeliveryDialog } from './delivery.dialog.js';
import { NewWebhook } from './new.webhook.js';
import { WebhookDialog } from './webhook.dialog.js';

/** Addresses of the newsroom's own systems that are told what happens. */
export function WebhookSettings() {
  const { t } = useTranslation(['webhook', 'settings']);
  const [making, setMaking] = useState(false);
  const [changedId, setChanged] = useState<string | null>(null);
  const [lookedId, setLooked] = useState<string | null>(null);
  const webhooks = usePages(keys.webhooks, (_cursor, signal) => api().call('listWebhooks', { signal }));
  // as the list has it: a new secret, or an answer of 410, has changed it since
  const [changed, looked] = [changedId, lookedId].map((id) => webhooks.items.find((one) => one.id === id));
  return (
    <section className={classes.card} aria-label={t('settings:parts.webhooks')}>
      <p className={list.quiet}>{t('words')}</p>
      <div className={list.buttons}>
        <Button leftSection={<IconWebhook size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('make')}
        </Button>
      </div>
      <ListBody pages={webhooks} empty={<Empty title={t('none')} />}>
        {(items) => (
          <ul role="list" className={classes.rows}>
            {items.map((webhook) => (
              <li key={webhook.id}>
                <Standing webhook={webhook} />
                <div className={list.buttons}>
                  <Button size="compact-sm" variant="default" onClick={() => setLooked(webhook.id)}>
                    {t('sent')}
                    <span className="unseen"> {webhook.url}</span>
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => setChanged(webhook.id)}>
                    {t('settings:change')}
                    <span className="unseen"> {webhook.url}</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </ListBody>
      {making && <NewWebhook onClose={() => setMaking(false)} />}
      {changed && <WebhookDialog webhook={changed} onClose={() => setChanged(null)} />}
      {looked && <DeliveryDialog webhook={looked} onClose={() => setLooked(null)} />}
    </section>
  );
}

/** Where it is, what it is told, and whether it is told anything now. */
function Standing({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(['webhook', 'settings']);
  const { url, description, events, disabledReason, lastSuccessAt } = webhook;
  return (
    <div>
      <bdi dir="ltr" className={classes.name}>
        {url}
      </bdi>
      {description !== '' && (
        <p className={list.quiet}>
          <Foreign>{description}</Foreign>
        </p>
      )}
      <p className={list.quiet}>
        {events.map((event) => t(`event.${event.replace('.', '-')}`)).join(t('settings:comma'))}
      </p>
      <p className={list.quiet}>
        {t(`standing.${disabledReason ?? 'active'}`)}
        {lastSuccessAt !== null && (
          <>
            {' '}
            · {t('lastSuccess')} <Moment at={lastSuccessAt} />
          </>
        )}
      </p>
    </div>
  );
}
