import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.query.js';
import { Loading } from '../../../state/states.js';
import { useRoom } from '../article.room.js';
import { ArticleHistory, useArticleHistory } from './article.history.js';
import { CommentRequests, commentRequestsQuery } from './comment.requests.js';
import classes from './file.module.css';
import { legalQuery, LegalSection } from './legal.section.js';

/** What is kept about an article beside its text: whom was asked, what counsel says, and everything that happened to it. */
export function FileView() {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const counsels = useMay()('listLegalNotes', ['article-visible']);
  const legal = useQuery({ ...legalQuery(article.id), enabled: counsels });
  const requests = useQuery(commentRequestsQuery(article.id));
  const history = useArticleHistory(article.id);
  // All at once: what comes later would move what stands below it.
  if (legal.isLoading || requests.isLoading || history.isPending) return <Loading lines={12} />;
  return (
    <div className={classes.view}>
      <h2 className="unseen">{t('title')}</h2>
      <div className={classes.columns}>
        <div className={classes.column}>
          {counsels ? <LegalSection /> : article.legalHold && <p className={classes.held}>{t('hold.set')}</p>}
          <CommentRequests />
        </div>
        <ArticleHistory />
      </div>
    </div>
  );
}
