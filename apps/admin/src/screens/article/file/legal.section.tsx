import { publicationTerms } from '#domain';
import { Button, Textarea } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { sendsOnCtrlEnter } from '../../../form/send.key.js';
import { useActor, useMay, useMe, useMembers } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { Failure, Loading, ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { useRoom } from '../article.room.js';
import { ArticleConflict, useArticleWrite } from '../article.write.js';
import classes from './file.module.css';

export const legalQuery = (articleId: string) =>
  queryOptions({
    queryKey: keys.ofArticle(articleId, 'legal'),
    queryFn: ({ signal }) => api().call('listLegalNotes', { params: { id: articleId }, signal }),
  });

/** The hold for the law with its reason, and what counsel wrote; for those alone who decide or advise. */
export function LegalSection() {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const members = useMembers();
  const notes = useQuery(legalQuery(article.id));
  return (
    <section className={classes.card} aria-labelledby="legal">
      <h3 id="legal">{t('legal.title')}</h3>
      <p className={classes.quiet}>{t('legal.words')}</p>
      {notes.isPending && <Loading lines={3} />}
      {notes.isError && <Failure error={notes.error} retry={() => void notes.refetch()} />}
      {notes.data && (
        <>
          <Hold reason={notes.data.hold?.reason ?? null} />
          {notes.data.items.length === 0 && <p className={classes.quiet}>{t('legal.none')}</p>}
          <ul role="list" className={classes.items}>
            {notes.data.items.map((note) => (
              <li key={note.id}>
                <p className={classes.text}>
                  <Foreign>{note.text}</Foreign>
                </p>
                <p className={classes.quiet}>
                  <Foreign>{members.get(note.createdBy)?.name ?? ''}</Foreign> · <Moment at={note.createdAt} />
                </p>
              </li>
            ))}
          </ul>
          <NoteForm />
        </>
      )}
    </section>
  );
}

/** Holding is quickly done; who may lift is asked of the function the server asks, so that nobody is offered what is refused him. */
function Hold({ reason }: { reason: string | null }) {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const actor = useActor();
  const members = useMembers();
  const { member } = useMe();
  const [ground, setGround, clear] = useDraft(`${member.id}.${article.id}.hold`);
  const hasCounsel = [...members.values()].some(({ active, roles }) => active && roles.includes('legal'));
  const mayLift = publicationTerms(article, { legalHold: null }, actor, hasCounsel).ok;
  /** What was asked for, which is done again even if a colleague has done as much meanwhile. */
  const [wanted, setWanted] = useState<{ readonly reason: string } | null>(null);
  const setting = useArticleWrite(article, {
    send: (hold: typeof wanted, version) =>
      api().call('setLegalHold', { params: { id: article.id }, version, body: { hold } }),
    onDone: ({ hold }) => {
      clear();
      say(t(hold ? 'hold.done' : 'hold.lifted'));
    },
  });
  const set = (hold: typeof wanted) => {
    setWanted(hold);
    setting.run(hold);
  };
  const refusals = (
    <>
      <ArticleConflict {...setting} onAgain={() => setting.run(wanted)} onForget={setting.forget} />
      <ProblemNotice error={setting.error} />
    </>
  );
  if (article.legalHold)
    return (
      <div className={classes.held}>
        <strong>{t('hold.set')}</strong>
        {reason !== null && (
          <p className={classes.text}>
            <Foreign>{reason}</Foreign>
          </p>
        )}
        {refusals}
        {mayLift ? (
          <Button size="compact-sm" variant="default" loading={setting.busy} onClick={() => set(null)}>
            {t('hold.lift')}
          </Button>
        ) : (
          <p className={classes.quiet}>{t('hold.counselLifts')}</p>
        )}
      </div>
    );
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        set({ reason: ground.trim() });
      }}
    >
      <Textarea
        label={t('hold.reason')}
        description={t('hold.hint')}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        rows={2}
        dir="auto"
      />
      {refusals}
      <div>
        <Button type="submit" variant="default" loading={setting.busy} disabled={ground.trim() === ''}>
          {t('hold.do')}
        </Button>
      </div>
    </form>
  );
}

function NoteForm() {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const { member } = useMe();
  const may = useMay();
  const cache = useQueryClient();
  const [text, setText, clear] = useDraft(`${member.id}.${article.id}.legal-note`);
  const [opened, setOpened] = useState(text !== '');
  const writing = useMutation({
    mutationFn: () => api().call('createLegalNote', { params: { id: article.id }, body: { text: text.trim() } }),
    onSuccess: async () => {
      clear();
      setOpened(false);
      say(t('legal.written'));
      await cache.invalidateQueries({ queryKey: keys.ofArticle(article.id, 'legal') });
    },
  });
  if (!may('createLegalNote')) return null;
  if (!opened)
    return (
      <div>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('legal.write')}
        </Button>
      </div>
    );
  const send = () => {
    if (text.trim() !== '' && !writing.isPending) writing.mutate();
  };
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={sendsOnCtrlEnter(send)}
    >
      <Textarea
        label={t('legal.note')}
        description={t('legal.kept')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={4}
        dir="auto"
        autoFocus
      />
      <ProblemNotice error={writing.error} />
      <div>
        <Button type="submit" loading={writing.isPending} disabled={text.trim() === ''}>
          {t('legal.write')}
        </Button>
      </div>
    </form>
  );
}
