import { Button, Select } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { useMay, useMe, useMembers } from '../../../session/session.query.js';
import { Empty, Failure, Loading } from '../../../state/states.js';
import { gregorianDate } from '../../../text/dates.js';
import { formatNumber } from '../../../text/numerals.js';
import { useRoom, type View } from '../article.room.js';
import { RevisionDifference } from './revision.difference.js';
import classes from './revision.module.css';

/** Two revisions side by side, with what became of each claim. */
export function RevisionView({ onView }: { onView: (view: View) => void }) {
  const { t, i18n } = useTranslation('article');
  const { article } = useRoom();
  const { member } = useMe();
  const may = useMay();
  const members = useMembers();
  // only what was chosen is held: a text that is posted meanwhile is shown against the one before it
  const [chosen, setChosen] = useState<{ readonly from?: number; readonly to?: number }>({});
  const to = chosen.to ?? article.revisionNumber;
  const from = chosen.from ?? Math.max(1, article.revisionNumber - 1);
  const revisions = useQuery({
    queryKey: keys.ofArticle(article.id, 'revisions'),
    queryFn: ({ signal }) => api().call('listRevisions', { params: { id: article.id }, query: { limit: 200 }, signal }),
  });
  const diff = useQuery({
    queryKey: keys.ofArticle(article.id, 'diff', from, to),
    queryFn: ({ signal }) =>
      api().call('diffRevisions', { params: { id: article.id, number: String(to) }, query: { from }, signal }),
    enabled: from !== to,
  });
  const options = (revisions.data?.items ?? []).map(({ number, createdAt, postedBy, note }) => ({
    value: String(number),
    label: [
      t('revisions.number', { number: formatNumber(number, i18n.language) }),
      gregorianDate(createdAt, i18n.language),
      members.get(postedBy)?.name,
      note,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  const relations = article.authorIds.includes(member.id) ? (['own-article'] as const) : [];
  const choose = (label: string, value: number, onChange: (number: number) => void) => (
    <Select
      label={label}
      data={options}
      value={String(value)}
      onChange={(next) => next && onChange(Number(next))}
      allowDeselect={false}
    />
  );

  return (
    <section className={classes.view} aria-label={t('revisions.title')}>
      <div className={classes.bar}>
        {choose(t('revisions.from'), from, (number) => setChosen({ from: number, to }))}
        {choose(t('revisions.to'), to, (number) => setChosen({ from, to: number }))}
        {may('createRevision', relations) && (
          <Button
            variant="default"
            leftSection={<IconFilePlus size={16} aria-hidden />}
            onClick={() => onView('revise')}
          >
            {t('views.revise')}
          </Button>
        )}
      </div>
      {article.revisionNumber === 1 ? (
        <Empty title={t('revisions.only')}>{t('revisions.onlyWords')}</Empty>
      ) : from === to ? (
        <Empty title={t('revisions.same')}>{t('revisions.sameWords')}</Empty>
      ) : diff.isPending ? (
        <Loading lines={10} />
      ) : diff.isError ? (
        <Failure error={diff.error} retry={() => void diff.refetch()} />
      ) : (
        <RevisionDifference diff={diff.data} onOpen={() => onView('text')} />
      )}
    </section>
  );
}
