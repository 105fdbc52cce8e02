import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useArticleTitles } from '../../list/article.titles.js';
import { ListBody } from '../../list/list.body.js';
import list from '../../list/list.module.css';
import { usePages } from '../../list/pages.query.js';
import { useMay } from '../../session/session.query.js';
import { Empty } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { type Complaint, ComplaintAnswer } from './complaint.answer.js';
import { ComplaintForm } from './complaint.form.js';
import classes from './outside.module.css';

/** Complaints, those alone that wait or all; known to the screen before it draws, so that nothing below them moves. */
export function useComplaints(open: boolean, enabled = true) {
  return usePages(
    [...keys.complaints, open],
    (cursor, signal) =>
      api().call('listCorrectionRequests', { query: { limit: 50, ...(open && { open: 'true' }), ...cursor }, signal }),
    enabled,
  );
}

/** Complaints of those concerned, the soonest due first. */
export function Complaints() {
  const { t } = useTranslation('outside');
  const may = useMay();
  const [open, setOpen] = useState(true);
  const [adding, setAdding] = useState(false);
  const [answered, setAnswered] = useState<readonly Complaint[]>([]);
  const complaints = useComplaints(open);
  const isAnswered = (id: string) => answered.some((one) => one.id === id);
  const answer = (complaint: Complaint, isOpen: boolean) =>
    setAnswered((all) => [...all.filter(({ id }) => id !== complaint.id), ...(isOpen ? [complaint] : [])]);
  return (
    <section className={list.card} aria-labelledby="complaints">
      <h2 id="complaints">{t('complaint.title')}</h2>
      <p className={list.quiet}>{t('complaint.words')}</p>
      <div className={list.buttons}>
        {may('createCorrectionRequest') && !adding && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('complaint.add')}
          </Button>
        )}
        <Switch
          label={t('complaint.openOnly')}
          checked={open}
          onChange={(event) => setOpen(event.currentTarget.checked)}
        />
      </div>
      {adding && <ComplaintForm onDone={() => setAdding(false)} />}
      <ListBody
        pages={{ ...complaints, items: withAnswered(complaints.items, answered) }}
        empty={<Empty title={t(open ? 'complaint.noneOpen' : 'complaint.none')} />}
      >
        {(items) => (
          <ul role="list" className={classes.items}>
            {items.map((complaint) => (
              <ComplaintItem
                key={complaint.id}
                complaint={complaint}
                isAnswered={isAnswered(complaint.id)}
                onAnswer={(isOpen) => answer(complaint, isOpen)}
              />
            ))}
          </ul>
        )}
      </ListBody>
    </section>
  );
}

/** Whatever I am answering stays where it stood, though a colleague was quicker and it waits for nobody any more. */
function withAnswered(items: readonly Complaint[], answered: readonly Complaint[]): readonly Complaint[] {
  const gone = answered.filter(({ id }) => !items.some((item) => item.id === id));
  if (gone.length === 0) return items;
  return [...items, ...gone].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
}

interface ItemProps {
  readonly complaint: Complaint;
  /** Whether the form for its answer stands open. */
  readonly isAnswered: boolean;
  readonly onAnswer: (isOpen: boolean) => void;
}

function ComplaintItem({ complaint, isAnswered, onAnswer }: ItemProps) {
  const { t } = useTranslation('outside');
  const may = useMay();
  const titles = useArticleTitles();
  const { articleId, claimId, outcome } = complaint;
  const isLate = outcome === null && Date.parse(complaint.dueAt) < Date.now();
  return (
    <li>
      <strong>
        <Foreign>{complaint.requester}</Foreign>
      </strong>
      <p className={classes.text}>
        <Foreign>{complaint.demand}</Foreign>
      </p>
      {articleId !== null && (
        <Link to="/articles/$articleId" params={{ articleId }} search={claimId === null ? {} : { claim: claimId }}>
          <Foreign>{titles.get(articleId)?.title ?? t('complaint.article')}</Foreign>
        </Link>
      )}
      <p className={list.quiet}>
        {complaint.legalBasis && `${t(`complaint.basis.${complaint.legalBasis}`)} · `}
        {complaint.contact && (
          <>
            <Foreign>{complaint.contact}</Foreign> ·{' '}
          </>
        )}
        {t('complaint.received')} <Moment at={complaint.receivedAt} as="both" />
      </p>
      {outcome === null ? (
        <p className={isLate ? classes.late : undefined}>
          {t(isLate ? 'complaint.late' : 'complaint.due')} <Moment at={complaint.dueAt} />
        </p>
      ) : (
        <p>
          <strong>{t(`complaint.outcome.${outcome}`)}</strong>
          {complaint.note && (
            <>
              : <Foreign>{complaint.note}</Foreign>
            </>
          )}
        </p>
      )}
      {may('updateCorrectionRequest') &&
        (isAnswered ? (
          <ComplaintAnswer complaint={complaint} onDone={() => onAnswer(false)} />
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => onAnswer(true)}>
            {t(outcome === null ? 'complaint.answer' : 'complaint.amend')}
            <span className="unseen"> {complaint.requester}</span>
          </Button>
        ))}
    </li>
  );
}
