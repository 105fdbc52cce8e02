import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';

export function ArticleScreen() {
  const { articleId } = useParams({ from: '/members/articles/$articleId' });
  const article = useQuery({
    queryKey: keys.article(articleId),
    queryFn: ({ signal }) => api().call('getArticle', { params: { id: articleId }, signal }),
  });
  if (article.isPending) return <Loading />;
  if (article.isError) return <Failure error={article.error} retry={() => void article.refetch()} />;
  return (
    <>
      <ScreenHeader title={article.data.title} />
      {article.data.revision.blocks.map((block) => (
        <p key={block.id}>
          <Foreign>{block.text}</Foreign>
        </p>
      ))}
    </>
  );
}
