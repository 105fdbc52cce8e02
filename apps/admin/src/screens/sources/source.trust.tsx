import type { Source } from '#client';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { PanelForm } from '../../form/panel.form.js';
import list from '../../list/list.module.css';
import { useMay, useMembers } from '../../session/session.query.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';

/** A source without its name: on which terms, who approved them; and, for those who need it, a reading that is recorded. */
export function SourceTrust({ source }: { source: Source }) {
  const { t } = useTranslation(['sources', 'frame']);
  const may = useMay();
  if (!source.confidential && source.anonymity === null) return null;
  return (
    <section className={list.sheet} aria-labelledby="trust">
      <h2 id="trust" className={list.sheetTitle}>
        {t('trust.title')}
      </h2>
      {source.anonymity && <Terms source={source} />}
      {source.confidential && may('readConfidentialSource', ['uses-source-assigned']) && <Reading source={source} />}
    </section>
  );
}

function Terms({ source }: { source: Source }) {
  const { t } = useTranslation('sources');
  const may = useMay();
  const members = useMembers();
  const cache = useQueryClient();
  const { anonymity, approval } = source;
  const approving = useMutation({
    mutationFn: () => api().call('approveSource', { params: { id: source.id }, version: source.version }),
    onSuccess: () => say(t('trust.approvedSaid')),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.sources }),
  });
  if (anonymity === null) return null;
  const nameOf = (id: string) => members.get(id)?.name ?? '';
  return (
    <div className={list.fields}>
      <p>
        {t('trust.terms', { count: anonymity.people })} · {t('trust.knownBy')}{' '}
        <Foreign>{nameOf(anonymity.knownBy)}</Foreign> · {t(`trust.basis.${anonymity.basis}`)}
      </p>
      <p>
        <Foreign>{anonymity.why}</Foreign>
      </p>
      {approval ? (
        <p className={list.quiet}>
          {t('trust.approved')} <Foreign>{nameOf(approval.by)}</Foreign> · <Moment at={approval.at} as="both" />
        </p>
      ) : (
        may('approveSource') && (
          <>
            <ProblemNotice error={approving.error} />
            <div>
              <Button variant="default" loading={approving.isPending} onClick={() => approving.mutate()}>
                {t('trust.approve')}
              </Button>
            </div>
          </>
        )
      )}
    </div>
  );
}

/** What was read stands here until the screen is left, and is kept nowhere. */
function Reading({ source }: { source: Source }) {
  const { t } = useTranslation('sources');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const reading = useMutation({
    mutationFn: () =>
      api().call('readConfidentialSource', { params: { id: source.id }, body: { reason: reason.trim() } }),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  const read = reading.data;
  if (read?.shown)
    return (
      <div className={list.fields} role="status">
        <p>
          <strong>
            <Foreign>{read.source.name}</Foreign>
          </strong>
          {read.source.url && (
            <>
              {' · '}
              <bdi dir="ltr">{read.source.url}</bdi>
            </>
          )}
        </p>
        <ul>
          {read.evidence.map((item) => (
            <li key={item.id}>
              <Foreign>{item.locator}</Foreign>
              {item.quote && (
                <blockquote dir="auto">
                  <Foreign>{item.quote}</Foreign>
                </blockquote>
              )}
            </li>
          ))}
        </ul>
        <p className={list.quiet}>{t('trust.recorded')}</p>
      </div>
    );
  if (!asking)
    return (
      <div>
        {read && <p role="alert">{t('trust.lost')}</p>}
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('trust.read')}
        </Button>
      </div>
    );
  return (
    <PanelForm
      label={t('trust.read')}
      submit={t('trust.read')}
      busy={reading.isPending}
      error={reading.error}
      disabled={reason.trim() === ''}
      onSend={() => reading.mutate()}
      onCancel={() => setAsking(false)}
      note={t('trust.readNote')}
    >
      <Textarea
        label={t('trust.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        rows={2}
        dir="auto"
        autoFocus
      />
    </PanelForm>
  );
}
