import type { ClaimItem } from '#client';
import { Button, Menu, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { useMay, useMembers } from '../../session/session.query.js';
import { ProblemNotice } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { formatNumber } from '../../text/numerals.js';
import { type BulkAction, type BulkReport, type DismissalReason, inBulk } from './bulk.work.js';
import classes from './claims.module.css';

const REASONS: readonly DismissalReason[] = ['not-checkable', 'opinion', 'duplicate', 'out-of-scope'];
/** One thing to do, and the claims that were chosen when it was asked for. */
interface Work {
  readonly action: BulkAction;
  readonly on: readonly ClaimItem[];
}

const TIERS = ['A', 'B', 'C'] as const;

interface Props {
  readonly claims: readonly ClaimItem[];
  /** These are through with: what was chosen while they were worked on stays chosen. */
  readonly onDone: (claims: readonly ClaimItem[]) => void;
}

/** What can be done to everything chosen at once, and afterwards what was done and what was left out, and why. */
export function BulkBar({ claims, onDone }: Props) {
  const { t, i18n } = useTranslation(['claims', 'terms']);
  const may = useMay();
  const cache = useQueryClient();
  const members = useMembers();
  const [share, setShare] = useState(0);
  const [report, setReport] = useState<BulkReport | null>(null);
  const working = useMutation({
    mutationFn: ({ action, on }: Work) => inBulk(on, action, setShare),
    onSuccess: async (result, { on }) => {
      setReport(result);
      onDone(on);
      await cache.invalidateQueries({ queryKey: keys.claims });
    },
    onSettled: () => setShare(0),
  });
  const busy = working.isPending;
  const work = (action: BulkAction) => !busy && working.mutate({ action, on: claims });
  const reviewers = [...members.values()].filter(({ roles, active }) => active && roles.includes('reviewer'));
  return (
    <>
      {claims.length > 0 && (
        <div className={classes.bulk} role="toolbar" aria-label={t('bulk')}>
          <span role="status">
            {busy
              ? t('working', { share: formatNumber(share, i18n.language, { style: 'percent' }) })
              : t('chosen', { count: claims.length })}
          </span>
          <Button size="compact-sm" variant="light" {...resting(busy)} onClick={() => work({ kind: 'accept' })}>
            {t('accept')}
          </Button>
          <Choice
            label={t('dismiss')}
            busy={busy}
            options={REASONS.map((reason) => [reason, t(`terms:dismissal.${reason}`)])}
          >
            {(reason) => work({ kind: 'dismiss', reason: reason as DismissalReason })}
          </Choice>
          <Button size="compact-sm" variant="light" {...resting(busy)} onClick={() => work({ kind: 'restore' })}>
            {t('restore')}
          </Button>
          <Choice label={t('setTier')} busy={busy} options={TIERS.map((tier) => [tier, t(`terms:tierLong.${tier}`)])}>
            {(tier) => work({ kind: 'tier', tier: tier as ClaimItem['tier'] })}
          </Choice>
          {may('createAssignment') && (
            <Choice label={t('assign')} busy={busy} options={reviewers.map(({ id, name }) => [id, name])}>
              {(reviewerId) => work({ kind: 'assign', reviewerId })}
            </Choice>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDone(claims)}>
            {t('letGo')}
          </Button>
        </div>
      )}
      <ProblemNotice error={working.error} />
      {report && <ReportDialog report={report} onClose={() => setReport(null)} />}
    </>
  );
}

/** A button that waits for what is under way: it keeps the focus, which a disabled one would lose. */
const resting = (busy: boolean) => ({ 'aria-disabled': busy, 'data-disabled': busy || undefined });

function Choice({
  label,
  busy,
  options,
  children,
}: {
  label: string;
  busy: boolean;
  options: readonly (readonly [value: string, name: string])[];
  children: (value: string) => void;
}) {
  return (
    <Menu disabled={busy}>
      <Menu.Target>
        <Button size="compact-sm" variant="light" {...resting(busy)}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(([value, name]) => (
          <Menu.Item key={value} onClick={() => children(value)}>
            <Foreign>{name}</Foreign>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ReportDialog({ report, onClose }: { report: BulkReport; onClose: () => void }) {
  const { t } = useTranslation(['claims', 'frame']);
  return (
    <Modal opened onClose={onClose} title={t('outcome')} closeButtonProps={{ 'aria-label': t('frame:close') }}>
      <p>{t('done', { count: report.done.length })}</p>
      {report.skipped.length > 0 && (
        <>
          <p>{t('skipped', { count: report.skipped.length })}</p>
          <ul className={classes.skipped}>
            {report.skipped.map(({ claim, why }) => (
              <li key={claim.id}>
                <Foreign>{claim.quote}</Foreign>
                <p>{why}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
