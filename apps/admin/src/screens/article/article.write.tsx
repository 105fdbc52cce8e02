import type { Article } from '#client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { articleQuery } from '../../claim/claim.queries.js';
import { useMembers } from '../../session/session.query.js';
import { type Change, ConflictNotice } from '../../state/conflict.notice.js';
import { type Overtaken, useStaleWrite } from '../../state/stale.write.js';
import { wholeDate } from '../../text/dates.js';
import { Foreign } from '../../text/foreign.js';
import { formatNumber } from '../../text/numerals.js';
import { useRoom } from './article.room.js';

interface Work<V, A> {
  readonly send: (value: V, version: number) => Promise<A>;
  readonly onDone: (answer: A) => void | Promise<void>;
}

/** Writes to an article as the person had it before him; when it changed meanwhile, what he typed stays. */
export function useArticleWrite<A, V = void>(article: Article, { send, onDone }: Work<V, A>) {
  const cache = useQueryClient();
  return useStaleWrite<Article, V>({
    seen: article,
    read: () => cache.fetchQuery({ ...articleQuery(article.id), staleTime: 0 }),
    send,
    onDone,
    refresh: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.article(article.id) }),
        cache.invalidateQueries({ queryKey: keys.articles }),
      ]),
  });
}

interface Props {
  readonly overtaken: Overtaken<Article> | null;
  readonly onAgain: () => void;
  readonly onForget: () => void;
}

/** What a colleague did to the article meanwhile. */
export function ArticleConflict({ overtaken, onAgain, onForget }: Props) {
  const changesOf = useArticleChanges();
  if (overtaken === null) return null;
  return <ConflictNotice changes={changesOf(overtaken)} onAgain={onAgain} onForget={onForget} />;
}

const COUNTED = [
  ['needs-source', 'needsSource'],
  ['verified', 'verified'],
  ['disputed', 'disputed'],
  ['closed', 'closed'],
  ['proposed', 'proposed'],
  ['dismissed', 'dismissed'],
] as const;

function useArticleChanges() {
  const { t, i18n } = useTranslation('article');
  const { gender } = useRoom();
  const members = useMembers();
  const names = (ids: readonly string[]) =>
    ids.map((id) => members.get(id)?.name ?? id).join(t('terms:comma')) || t('terms:nobody');
  const yes = (value: boolean) => t(value ? 'terms:yes' : 'terms:no');
  return ({ before, now }: Overtaken<Article>): Change[] => {
    const number = (value: number) => formatNumber(value, i18n.language);
    const seen: readonly (readonly [name: string, read: (article: Article) => string, isTheirs?: boolean])[] = [
      ['title', ({ title }) => title, true],
      ['outlet', ({ outlet }) => outlet ?? t('conflict.nothing'), true],
      ['state', ({ kind, state }) => t(`terms:articleState.${kind}.${state}`)],
      ['revision', ({ revisionNumber }) => number(revisionNumber)],
      ['due', ({ dueAt }) => (dueAt === null ? t('conflict.nothing') : wholeDate(dueAt, i18n.language))],
      ['visibility', ({ visibility }) => t(`terms:visibility.${visibility}`)],
      ['readers', ({ visibleTo }) => names(visibleTo), true],
      ['authors', ({ authorIds }) => names(authorIds), true],
      [
        'embargo',
        ({ embargoUntil }) => (embargoUntil === null ? t('conflict.nothing') : wholeDate(embargoUntil, i18n.language)),
      ],
      ['mode', ({ mode }) => yes(mode === 'breaking')],
      ['archived', ({ archived }) => yes(archived)],
      ['hold', ({ legalHold }) => yes(legalHold)],
    ];
    const told = seen.flatMap(([name, read, isTheirs]) => {
      const [was, is] = [read(before), read(now)];
      const shown = (text: string) => (isTheirs ? <Foreign>{text}</Foreign> : text);
      return was === is ? [] : [{ name: t(`overtaken.${name}`), before: shown(was), after: shown(is) }];
    });
    const counted = COUNTED.flatMap(([standing, name]) => {
      const [was, is] = [before.progress[name], now.progress[name]];
      if (was === is) return [];
      return [{ name: t(`terms:state.${standing}.${gender}`), before: number(was), after: number(is) }];
    });
    return [...told, ...counted];
  };
}
