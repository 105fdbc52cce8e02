import { Button, Checkbox, Textarea } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { useMay, useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Moment } from '../../../text/moment.js';
import { formatNumber } from '../../../text/numerals.js';
import { useRoom } from '../article.room.js';
import { ArticleConflict, useArticleWrite } from '../article.write.js';
import { Choice } from '../../../form/panel.form.js';
import { sendsOnCtrlEnter } from '../../../form/send.key.js';
import classes from './gate.module.css';

type CorrectionClass = 'update' | 'clarification' | 'correction' | 'withdrawal';
const CLASSES: readonly CorrectionClass[] = ['update', 'clarification', 'correction', 'withdrawal'];

/** Clears the revision for publication, records what changed since, and shows what was cleared before. */
export function ReleaseForm({ kept }: { kept: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('article');
  const { article, byId } = useRoom();
  const may = useMay();
  const release = useArticleWrite(article, {
    send: (_: void, version) => {
      // a reason for what a colleague has settled meanwhile is asked for no more
      const keepAsDisputed = Object.entries(kept)
        .filter(([claimId, reason]) => reason.trim() && byId.get(claimId)?.state === 'disputed')
        .map(([claimId, reason]) => ({ claimId, reason }));
      return api().call('releaseArticle', {
        params: { id: article.id },
        version,
        body: keepAsDisputed.length > 0 ? { keepAsDisputed } : {},
      });
    },
    onDone: () => say(t(`release.done.${article.kind}`)),
  });
  return (
    <div className={classes.release}>
      {article.state !== 'checking' && article.state !== 'ready' && may('createCorrection') && <CorrectionForm />}
      {may('releaseArticle') && article.state !== 'released' && (
        <>
          <ArticleConflict {...release} onAgain={() => release.run()} onForget={release.forget} />
          <ProblemNotice error={release.error} />
          <Button
            leftSection={<IconRubberStamp size={17} aria-hidden />}
            variant={article.gate.some(({ status }) => status === 'unsatisfied') ? 'default' : 'filled'}
            loading={release.busy}
            onClick={() => release.run()}
          >
            {t(`release.do.${article.kind}`, { number: article.revisionNumber })}
          </Button>
        </>
      )}
      <Past />
    </div>
  );
}

function CorrectionForm() {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const { member } = useMe();
  const [kind, setKind] = useState<CorrectionClass>('correction');
  const [note, setNote, clear] = useDraft(`${member.id}.${article.id}.correction`);
  const [earlierWasRight, setEarlierWasRight] = useState(false);
  const record = useArticleWrite(article, {
    send: (_: void, version) =>
      api().call('createCorrection', {
        params: { id: article.id },
        version,
        body: { class: kind, note, ...(earlierWasRight && { earlierWasRight }) },
      }),
    onDone: () => {
      clear();
      say(t('correction.recorded'));
    },
  });
  return (
    <form
      className={classes.blocking}
      onSubmit={(event) => {
        event.preventDefault();
        record.run();
      }}
      onKeyDown={sendsOnCtrlEnter(() => {
        if (note.trim() !== '' && !record.busy) record.run();
      })}
    >
      <h3 className={classes.name}>{t('correction.title')}</h3>
      <Choice
        label={t('correction.class')}
        value={kind}
        onChange={setKind}
        options={CLASSES.map((value) => ({ value, label: t(`correction.classes.${value}`) }))}
      />
      <Textarea
        w="100%"
        label={t('correction.note')}
        description={t('correction.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      {kind === 'update' && (
        <Checkbox
          label={t('correction.earlierWasRight')}
          checked={earlierWasRight}
          onChange={(event) => setEarlierWasRight(event.currentTarget.checked)}
        />
      )}
      <ArticleConflict {...record} onAgain={() => record.run()} onForget={record.forget} />
      <ProblemNotice error={record.error} />
      <Button type="submit" variant="default" loading={record.busy} disabled={note.trim() === ''}>
        {t('correction.record')}
      </Button>
    </form>
  );
}

/** What was cleared and corrected before; nothing of it is ever taken away. */
function Past() {
  const { t, i18n } = useTranslation('article');
  const { article } = useRoom();
  const params = { id: article.id };
  const releases = useQuery({
    queryKey: keys.ofArticle(article.id, 'releases'),
    queryFn: ({ signal }) => api().call('listReleases', { params, signal }),
  });
  const corrections = useQuery({
    queryKey: keys.ofArticle(article.id, 'corrections'),
    queryFn: ({ signal }) => api().call('listCorrections', { params, signal }),
  });
  if (!releases.data?.items.length && !corrections.data?.items.length) return null;
  return (
    <ul className={classes.past}>
      {releases.data?.items.map((release) => (
        <li key={release.id}>
          {t(`release.past.${article.kind}`, { number: formatNumber(release.revisionNumber, i18n.language) })} ·{' '}
          <Moment at={release.createdAt} as="both" />
          {release.superseded && ` · ${t('release.superseded')}`}
        </li>
      ))}
      {corrections.data?.items.map((correction) => (
        <li key={correction.id}>
          {t(`correction.classes.${correction.class}`)}: <bdi>{correction.note}</bdi> ·{' '}
          {t(correction.releaseId ? 'correction.published' : 'correction.pending')}
        </li>
      ))}
    </ul>
  );
}
