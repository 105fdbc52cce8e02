import type { Answer, Source } from '#client';
import { Button } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import list from '../../list/list.module.css';
import { useMay } from '../../session/session.query.js';
import { ConflictNotice } from '../../state/conflict.notice.js';
import { useStaleWrite } from '../../state/stale.write.js';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import { useSourceChanges } from './source.changes.js';
import { changedIn, draftOf, type SourceDraft, SourceFields, typedSince } from './source.fields.js';
import classes from './origin.module.css';
import { SourceTrust } from './source.trust.js';

const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: keys.source(id),
    queryFn: ({ signal }) => api().call('getSource', { params: { id }, signal }),
  });

/** One source: where it goes back to, and what the register says of it. */
export function SourceScreen() {
  const { t } = useTranslation(['sources', 'terms']);
  const { sourceId } = useParams({ from: '/members/sources/$sourceId' });
  const source = useQuery(sourceQuery(sourceId));
  const origin = useQuery({
    queryKey: [...keys.source(sourceId), 'origin'],
    queryFn: ({ signal }) => api().call('getSourceOrigin', { params: { id: sourceId }, signal }),
  });
  if (source.isPending) return <Loading />;
  if (source.isError) return <Failure error={source.error} retry={() => void source.refetch()} />;
  return (
    <>
      <ScreenHeader title={source.data.name ?? t('nameWithheld')} about={t(`terms:source.${source.data.type}`)}>
        <Button component={Link} to="/sources" variant="default">
          {t('all')}
        </Button>
      </ScreenHeader>
      <section className={list.sheet} aria-labelledby="origin">
        <h2 id="origin" className={list.sheetTitle}>
          {t('origin')}
        </h2>
        {origin.isPending && <Loading lines={2} />}
        {origin.isError && <Failure error={origin.error} retry={() => void origin.refetch()} />}
        {origin.data && <OriginPath path={origin.data.path} />}
      </section>
      <SourceTrust key={`trust ${sourceId}`} source={source.data} />
      <Details key={sourceId} source={source.data} />
    </>
  );
}

function OriginPath({ path }: { path: Answer<'getSourceOrigin'>['path'] }) {
  const { t } = useTranslation('sources');
  if (path.length <= 1) return <p className={list.quiet}>{t('originItself')}</p>;
  return (
    <ol role="list" className={classes.path}>
      {path.map(({ id, name }, index) => (
        <li key={id}>
          {index > 0 && <span className={classes.how}>{t(`by.${path[index - 1]?.by ?? 'source'}`)}</span>}
          <span className={classes.node} data-root={index === path.length - 1 || undefined}>
            <Link to="/sources/$sourceId" params={{ sourceId: id }}>
              {name === null ? t('nameWithheld') : <Foreign>{name}</Foreign>}
            </Link>
          </span>
        </li>
      ))}
    </ol>
  );
}

interface Typed {
  readonly draft: SourceDraft;
  /** The source as it was when the first letter was typed. */
  readonly of: Source;
}

/** What was typed while the source was being saved, on top of what was saved; null where nothing was. */
function stillTyped(draft: SourceDraft, sent: SourceDraft, saved: Source): Typed | null {
  const since = typedSince(sent, draft);
  return Object.keys(since).length === 0 ? null : { draft: { ...draftOf(saved), ...since }, of: saved };
}

/** What the register says. What somebody types stays when a colleague's change arrives, and only that is sent. */
function Details({ source }: { source: Source }) {
  const { t } = useTranslation(['sources', 'terms', 'frame']);
  const may = useMay();
  const cache = useQueryClient();
  const [typed, setTyped] = useState<Typed | null>(null);
  const draft = typed?.draft ?? draftOf(source);
  const seen = typed?.of ?? source;
  const sent = useRef(draft);
  const save = () => {
    sent.current = draft;
    saving.run();
  };
  const saving = useStaleWrite<Source>({
    seen,
    read: () => cache.fetchQuery({ ...sourceQuery(source.id), staleTime: 0 }),
    send: (_, version) =>
      api().call('updateSource', { params: { id: source.id }, body: changedIn(draft, seen), version }),
    refresh: () => cache.invalidateQueries({ queryKey: keys.sources }),
    onDone: (saved: Source) => {
      setTyped((now) => now && stillTyped(now.draft, sent.current, saved));
      say(t('saved'));
    },
  });
  const changesOf = useSourceChanges();
  const isReadOnly = !may('updateSource') || source.name === null;
  return (
    <section className={list.sheet} aria-labelledby="details">
      <h2 id="details" className={list.sheetTitle}>
        {t('details')}
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset className={classes.fieldset} disabled={isReadOnly}>
          <div className={list.fields}>
            <SourceFields draft={draft} onChange={(next) => setTyped({ draft: next, of: seen })} self={source.id} />
            {saving.overtaken && (
              <ConflictNotice
                changes={changesOf(saving.overtaken)}
                onAgain={save}
                onForget={() => {
                  saving.forget();
                  setTyped(null);
                }}
              />
            )}
            <ProblemNotice error={saving.error} />
            {!isReadOnly && (
              <div className={list.buttons}>
                <Button type="submit" loading={saving.busy}>
                  {t('frame:save')}
                </Button>
              </div>
            )}
          </div>
        </fieldset>
      </form>
    </section>
  );
}
