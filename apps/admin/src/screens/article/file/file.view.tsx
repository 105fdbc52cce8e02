import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.query.js';
import { useRoom } from '../article.room.js';
import { ArticleHistory } from './article.history.js';
import { CommentRequests } from './comment.requests.js';
import classes from './file.module.css';
import { LegalSection } from './legal.section.js';

/** What is kept about an article beside its text: whom was asked, what counsel says, and everything that happened to it. */
export function FileView() {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const may = useMay();
  return (
    <div className={classes.view}>
      <h2 className="unseen">{t('title')}</h2>
      <div className={classes.columns}>
        <div className={classes.column}>
          {may('listLegalNotes', ['article-visible']) ? (
            <LegalSection />
          ) : (
            article.legalHold && <p className={classes.held}>{t('hold.set')}</p>
          )}
          <CommentRequests />
        </div>
        <ArticleHistory />
      </div>
    </div>
  );
}
