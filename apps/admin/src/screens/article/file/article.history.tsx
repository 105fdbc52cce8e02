import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { ListBody } from '../../../list/list.body.js';
import { usePages } from '../../../list/pages.query.js';
import { Empty } from '../../../state/states.js';
import { Moment } from '../../../text/moment.js';
import { useRoom } from '../article.room.js';
import entries from '../panel/history.module.css';
import classes from './file.module.css';

export const useArticleHistory = (articleId: string) =>
  usePages(keys.ofArticle(articleId, 'history'), (cursor, signal) =>
    api().call('getArticleHistory', {
      params: { id: articleId },
      query: { limit: 20, order: 'newest', ...cursor },
      signal,
    }),
  );

/** Who did what to the article and its claims, when and why; the latest first. */
export function ArticleHistory() {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const history = useArticleHistory(article.id);
  return (
    <section className={classes.card} aria-labelledby="article-history">
      <h3 id="article-history">{t('history.title')}</h3>
      <ListBody pages={history} empty={<Empty title={t('history.none')} />}>
        {(items) => (
          <ol role="list" className={entries.history}>
            {items.map((entry) => (
              <li key={entry.seq} className={entries.entry}>
                <span>{entry.sentence}</span>
                <span className={entries.who}>
                  <Moment at={entry.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </ListBody>
    </section>
  );
}
