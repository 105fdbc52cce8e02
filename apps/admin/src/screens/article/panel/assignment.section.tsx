import type { Assignment, Claim } from '#client';
import { Button, Select, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { refreshClaim } from '../../../claim/claim.refresh.js';
import { listOf } from '../../../claim/claim.queries.js';
import { useMay, useMe, useMembers } from '../../../session/session.query.js';
import { askReason } from '../../../state/reason.js';
import { Failure, ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { useAttention, useClose, useRoom } from '../article.room.js';
import classes from './entry.module.css';
import { PanelForm } from '../../../form/panel.form.js';
import { Section } from './section.js';

const ENDED: readonly (string | null)[] = ['declined', 'expired', 'cancelled', 'submitted'];

/** Who was asked to check the claim, and how far he is. */
export function AssignmentSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const { open } = useRoom();
  const { sheet } = useAttention();
  const assignments = useQuery(listOf('listAssignments', claim.id));
  const may = claim.actions.includes('assign');
  return (
    <Section
      title={t('assignment.title')}
      count={assignments.data?.length ? assignments.data.length : undefined}
      action={
        may && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUserPlus size={14} aria-hidden />}
            onClick={() => open('assign')}
          >
            {t('assignment.assign')}
          </Button>
        )
      }
    >
      {sheet === 'assign' && may && <AssignForm claim={claim} taken={assignments.data ?? []} />}
      {assignments.isError && <Failure error={assignments.error} retry={() => void assignments.refetch()} />}
      {assignments.data?.length === 0 && sheet !== 'assign' && <p className={classes.empty}>{t('assignment.none')}</p>}
      {assignments.data?.map((assignment) => (
        <AssignmentLine key={assignment.id} assignment={assignment} />
      ))}
    </Section>
  );
}

function AssignmentLine({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('article');
  const members = useMembers();
  const { member } = useMe();
  const may = useMay();
  const cache = useQueryClient();
  const mine = assignment.reviewerId === member.id;
  const update = useMutation({
    mutationFn: (body: { status: 'in-progress' | 'declined' | 'cancelled'; reason?: string }) =>
      api().call('updateAssignment', { params: { id: assignment.id }, version: assignment.version, body }),
    onSuccess: () => say(t('saved')),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(assignment.claimId) }),
  });
  const isOpen = !ENDED.includes(assignment.status);

  async function end(status: 'declined' | 'cancelled') {
    const reason = await askReason(t(`assignment.${status}Title`), t('reason'));
    if (reason) update.mutate({ status, reason });
  }

  return (
    <div className={classes.entry}>
      <div className={classes.line}>
        <Foreign className={classes.source}>{members.get(assignment.reviewerId)?.name ?? ''}</Foreign>
        <span className={classes.soft}>
          {assignment.status ? t(`terms:assignment.${assignment.status}`) : t('assignment.hidden')}
          {assignment.dueAt && (
            <>
              {' · '}
              <Moment at={assignment.dueAt} />
            </>
          )}
        </span>
        <span>
          {mine && assignment.status === 'assigned' && (
            <button type="button" className={classes.text} onClick={() => update.mutate({ status: 'in-progress' })}>
              {t('assignment.begin')}
            </button>
          )}{' '}
          {mine && isOpen && (
            <button type="button" className={classes.text} onClick={() => void end('declined')}>
              {t('assignment.decline')}
            </button>
          )}
          {!mine && isOpen && may('updateAssignment', []) && (
            <button type="button" className={classes.text} onClick={() => void end('cancelled')}>
              {t('assignment.cancel')}
            </button>
          )}
        </span>
      </div>
      {assignment.reason && <p dir="auto">{assignment.reason}</p>}
      <ProblemNotice error={update.error} />
    </div>
  );
}

function AssignForm({ claim, taken }: { claim: Claim; taken: readonly Assignment[] }) {
  const { t } = useTranslation('article');
  const close = useClose();
  const { member: me } = useMe();
  const members = useMembers();
  const may = useMay();
  const cache = useQueryClient();
  const [reviewerId, setReviewerId] = useState<string | null>(null);
  const [dueAt, setDueAt] = useState('');
  const busyOnes = new Set(
    taken.filter(({ status }) => !ENDED.includes(status)).map((assignment) => assignment.reviewerId),
  );
  // Whoever may assign others chooses among all; who may only take a claim for himself sees himself.
  const forOthers = may('createAssignment', []);
  const people = [...members.values()].filter(
    ({ id, active, kind, roles }) =>
      active &&
      kind === 'person' &&
      !busyOnes.has(id) &&
      (forOthers ? roles.some((role) => ['reviewer', 'editor', 'head'].includes(role)) : id === me.id),
  );
  const assign = useMutation({
    mutationFn: () =>
      api().call('createAssignment', {
        params: { id: claim.id },
        body: { reviewerId: reviewerId!, ...(dueAt && { dueAt: new Date(`${dueAt}T18:00:00`).toISOString() }) },
      }),
    onSuccess: () => {
      say(t('assignment.done'));
      close();
    },
    onSettled: () => refreshClaim(cache, claim),
  });
  return (
    <PanelForm
      label={t('assignment.assign')}
      submit={t('assignment.send')}
      busy={assign.isPending}
      error={assign.error}
      disabled={reviewerId === null}
      onSend={() => assign.mutate()}
      onCancel={close}
    >
      <Select
        label={t('assignment.who')}
        data={people.map(({ id, name, roles }) => ({
          value: id,
          label: `${name} · ${roles.map((role) => t(`terms:role.${role}`)).join(' · ')}`,
        }))}
        value={reviewerId}
        onChange={setReviewerId}
        searchable
        autoFocus
        dir="auto"
      />
      <TextInput
        type="date"
        label={t('terms:due.on')}
        value={dueAt}
        onChange={(event) => setDueAt(event.currentTarget.value)}
      />
    </PanelForm>
  );
}
