import type { Article } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { articleQuery } from '../../claim/claim.queries.js';
import { useTitle } from '../../frame/screen.header.js';
import { Failure, Loading } from '../../state/states.js';
import { useView } from './article.address.js';
import { useOpenedRoom, useWay } from './article.attention.js';
import { ArticleHead } from './article.head.js';
import { ArticleInstead, isInstead } from './article.instead.js';
import { RoomProvider } from './article.room.js';
import classes from './article.screen.module.css';
import { ArticleSide, focusWhenDrawn } from './article.side.js';
import { ClaimKeys } from './keys/claim.keys.js';
import { KeyHelp } from './keys/key.help.js';
import { ArticleText } from './text/article.text.js';
import { useCoverage } from './text/coverage.js';
import { NewClaim } from './text/new.claim.js';

export function ArticleScreen() {
  const { articleId } = useParams({ from: '/members/articles/$articleId' });
  const article = useQuery(articleQuery(articleId));
  if (article.isPending) return <Loading lines={14} />;
  if (article.isError) return <Failure error={article.error} retry={() => void article.refetch()} />;
  return <Opened key={articleId} article={article.data} />;
}

function Opened({ article }: { article: Article }) {
  const { room, attention } = useOpenedRoom(article);
  const { select } = room;
  const { selectedId } = attention;
  const [view, setView] = useView();
  const [covers, setCovers] = useState(false);
  const [asked, setAsked] = useState(0);
  const [helps, setHelps] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useTitle(article.title);
  const washes = useWashes(article, covers);
  const way = useWay(article, room, selectedId);
  const showHelp = useCallback(() => setHelps(true), []);
  return (
    <RoomProvider room={room} attention={attention}>
      <div className={classes.screen} data-view={view}>
        <ArticleHead view={view} onView={setView} covers={covers} onCovers={setCovers} onHelp={showHelp} />
        {isInstead(view) ? (
          <ArticleInstead view={view} onView={setView} />
        ) : (
          <div className={classes.halves}>
            <div ref={text} className={classes.text}>
              <ArticleText {...{ article, washes, selectedId }} claims={way.shown} onPick={select} />
              <NewClaim text={text} asked={asked} />
            </div>
            <ArticleSide way={way} view={view} onView={setView} search={search} />
          </div>
        )}
        <ClaimKeys
          onText={view === 'text' || view === 'gate'}
          step={way.step}
          onNewClaim={() => setAsked((count) => count + 1)}
          onCoverage={() => setCovers(!covers)}
          onGate={() => {
            select(null);
            setView(view === 'gate' ? 'text' : 'gate');
          }}
          onCarriers={() => setView(view === 'carriers' ? 'text' : 'carriers')}
          onSearch={() => {
            select(null);
            focusWhenDrawn(search);
          }}
          onHelp={showHelp}
        />
        <KeyHelp opened={helps} onClose={() => setHelps(false)} />
      </div>
    </RoomProvider>
  );
}

/** What is marked of the text beside its claims: what was set aside, and while coverage is shown what nobody has touched. */
function useWashes(article: Article, covers: boolean) {
  const coverage = useCoverage(article, covers);
  return useMemo(() => [...setAsideOf(article), ...coverage], [article, coverage]);
}

function setAsideOf(article: Article) {
  return article.setAside.map(({ blockId, start, end }, index) => ({
    id: `aside-${index}`,
    kind: 'aside' as const,
    blockId,
    start,
    end,
  }));
}
