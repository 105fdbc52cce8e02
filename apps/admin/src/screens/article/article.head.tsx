import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronRight, IconKeyboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../../claim/progress.bar.js';
import { useMay } from '../../session/session.query.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import classes from './article.head.module.css';
import { useRelations, useRoom, type View } from './article.room.js';
import { ArticleViews } from './article.views.js';
import { EditArticle } from './edit/edit.article.js';

interface Props {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly covers: boolean;
  readonly onCovers: (covers: boolean) => void;
  readonly onHelp: () => void;
}

/** The article's name and standing, and the ways to look at it; stays in sight while the text moves. */
export const ArticleHead = memo(function ({ onHelp, ...views }: Props) {
  const { article, gender } = useRoom();
  const head = useRef<HTMLElement>(null);
  useHeightForOthers(head);
  return (
    <header ref={head} className={classes.head}>
      <NameLine onHelp={onHelp} />
      <div className={classes.line}>
        <About />
        <div className={classes.progress}>
          <ProgressBar progress={article.progress} gender={gender} />
        </div>
        <ArticleViews {...views} />
      </div>
    </header>
  );
});

/** What it is called, how far it is, and what concerns the whole of it. */
function NameLine({ onHelp }: Pick<Props, 'onHelp'>) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const may = useMay();
  const relations = useRelations();
  return (
    <div className={classes.line}>
      <Link to="/desk" className={classes.back}>
        {t('toDesk')}
      </Link>
      <IconChevronRight size={14} className={classes.arrow} aria-hidden />
      <h1 className={classes.title} lang={article.language}>
        <Foreign>{article.title}</Foreign>
      </h1>
      <span className={classes.state} data-state={article.state}>
        {t(`terms:articleState.${article.kind}.${article.state}`)}
      </span>
      {article.legalHold && (
        <span className={classes.state} data-state="held">
          {t('held')}
        </span>
      )}
      {may('updateArticle', relations) && <EditArticle />}
      <Tooltip label={t('commands.help')}>
        <ActionIcon onClick={onHelp} aria-label={t('commands.help')}>
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** What it is, who published it, and until when it is due. */
function About() {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  return (
    <p className={classes.about}>
      {t(`terms:articleKind.${article.kind}`)}
      {article.outlet && (
        <>
          {' · '}
          <Foreign>{article.outlet}</Foreign>
        </>
      )}
      {article.dueAt && (
        <>
          {' · '}
          {t('terms:due.on')} <Moment at={article.dueAt} />
        </>
      )}
    </p>
  );
}

/** Lets what sticks below know how much room is taken. */
function useHeightForOthers(head: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = head.current;
    if (!element) return;
    const watcher = new ResizeObserver(() =>
      element.parentElement?.style.setProperty('--head-height', `${element.offsetHeight}px`),
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [head]);
}
