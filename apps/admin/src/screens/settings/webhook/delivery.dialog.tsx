import type { Webhook, WebhookDelivery } from '#client';
import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { ListBody } from '../../../list/list.body.js';
import list from '../../../list/list.module.css';
import { usePages } from '../../../list/pages.query.js';
import { Empty, ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Moment } from '../../../text/moment.js';
import classes from '../settings.module.css';

/** What was sent to an address, how each attempt went, and sending by hand. */
export function DeliveryDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation(['webhook', 'frame']);
  const cache = useQueryClient();
  const { id } = webhook;
  const key = keys.deliveries(id);
  const renew = () => cache.invalidateQueries({ queryKey: key });
  const deliveries = usePages(key, (cursor, signal) =>
    api().call('listWebhookDeliveries', { params: { id }, query: { limit: 50, ...cursor }, signal }),
  );
  const testing = useMutation({
    mutationFn: () => api().call('testWebhook', { params: { id } }),
    onSuccess: async () => {
      say(t('testQueued'));
      await renew();
    },
  });
  const replaying = useMutation({
    mutationFn: (delivery: WebhookDelivery) =>
      api().call('replayWebhookDelivery', { params: { id, deliveryId: delivery.id } }),
    onSuccess: async () => {
      say(t('replayQueued'));
      await renew();
    },
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('sent')} closeButtonProps={{ 'aria-label': t('frame:close') }}>
      <div className={list.fields}>
        <bdi dir="ltr">{webhook.url}</bdi>
        <div className={list.buttons}>
          {webhook.active && (
            <Button loading={testing.isPending} onClick={() => testing.mutate()}>
              {t('test')}
            </Button>
          )}
          <Button variant="default" onClick={() => void renew()}>
            {t('renew')}
          </Button>
        </div>
        <ProblemNotice error={testing.error ?? replaying.error} />
        <ListBody pages={deliveries} empty={<Empty title={t('nothingSent')} />}>
          {(items) => (
            <ul role="list" className={`${classes.rows} ${classes.deliveries}`}>
              {items.map((delivery) => (
                <li key={delivery.id}>
                  <DeliveryWords delivery={delivery} />
                  {webhook.active && delivery.status !== 'pending' && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={replaying.isPending && replaying.variables.id === delivery.id}
                      onClick={() => replaying.mutate(delivery)}
                    >
                      {t('replay')}
                      <span className="unseen"> {delivery.id}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </ListBody>
      </div>
    </Modal>
  );
}

function DeliveryWords({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation('webhook');
  const { event, status, createdAt, nextAttemptAt, attempts } = delivery;
  return (
    <div>
      <span className={classes.name}>{t(`event.${event.replace('.', '-')}`)}</span>{' '}
      <span className={list.quiet}>
        · {t(`status.${status}`)} · <Moment at={createdAt} />
        {nextAttemptAt !== null && attempts.length > 0 && (
          <>
            {' '}
            · {t('nextAttempt')} <Moment at={nextAttemptAt} />
          </>
        )}
      </span>
      {attempts.length > 0 && (
        <ol className={classes.attempts} aria-label={t('attempts')}>
          {attempts.map(({ number, at, status: code, failure, durationMs }) => (
            <li key={number}>
              {code === null ? t(`failure.${failure ?? 'unreachable'}`) : t('answered', { code: String(code) })} ·{' '}
              <Moment at={at} /> · {t('took', { ms: durationMs })}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
