import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { genderOf } from '../../claim/claim.standing.js';
import { ProgressBar } from '../../claim/progress.bar.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';

export function DeskScreen() {
  const { t } = useTranslation('desk');
  const articles = useInfiniteQuery({
    queryKey: keys.articleList({}),
    queryFn: ({ pageParam, signal }) =>
      api().call('listArticles', { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <ScreenHeader title={t('title')} />
      {articles.isPending && <Loading />}
      {articles.isError && <Failure error={articles.error} retry={() => void articles.refetch()} />}
      <ul role="list">
        {articles.data?.pages
          .flatMap((page) => page.items)
          .map((article) => (
            <li key={article.id}>
              <Link to="/articles/$articleId" params={{ articleId: article.id }}>
                <Foreign>{article.title}</Foreign>
              </Link>
              <ProgressBar progress={article.progress} gender={genderOf(article.kind)} />
            </li>
          ))}
      </ul>
    </>
  );
}
