import type { ArticleItem } from '#client';
import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { genderOf } from '../../claim/claim.standing.js';
import { ProgressBar } from '../../claim/progress.bar.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import classes from './desk.module.css';
import { isBlocked, isOverdue } from './desk.standing.js';

/** One article: name, standing, progress, and in a few words what blocks it. */
export function ArticleRow({ article }: { article: ArticleItem }) {
  const { t } = useTranslation('desk');
  // What is counted is a مادة’s معلومة or another’s ادّعاء.
  const context = genderOf(article.kind);
  const open = article.gate.filter(({ status }) => status === 'unsatisfied');
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <Link
          to="/articles/$articleId"
          params={{ articleId: article.id }}
          className={classes.title}
          lang={article.language}
          dir="auto"
        >
          {article.title}
        </Link>
        <p className={classes.about}>
          <span className={classes.state} data-state={article.state}>
            {t(`terms:articleState.${article.kind}.${article.state}`)}
          </span>
          {t(`terms:articleKind.${article.kind}`)}
          {article.outlet && (
            <>
              {' · '}
              <Foreign>{article.outlet}</Foreign>
            </>
          )}
          {' · '}
          <Moment at={article.updatedAt} />
        </p>
      </div>
      <div className={classes.progress}>
        <ProgressBar progress={article.progress} gender={genderOf(article.kind)} />
      </div>
      <div className={classes.notes}>
        {isOverdue(article) ? (
          <span className={classes.late}>
            <IconClockExclamation size={15} aria-hidden />
            {t('terms:due.overdue')}: <Moment at={article.dueAt!} />
          </span>
        ) : (
          article.dueAt && (
            <span>
              {t('terms:due.on')}: <Moment at={article.dueAt} />
            </span>
          )
        )}
        {isBlocked(article) && (
          <span className={classes.blocked}>
            <IconAlertTriangle size={15} aria-hidden />
            <span>
              {open.map(({ name, have }) => t(`blocks.${name}`, { count: have ?? 0, context })).join(t('and'))}
            </span>
          </span>
        )}
      </div>
    </li>
  );
}
