import type { Article, Claim, ClaimItem } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys.js';
import { refreshClaim } from './claim.refresh.js';
import { useReadAgain } from '../state/read.again.js';
import { problemTitle } from '../state/problem.title.js';
import { isOvertaken } from '../state/stale.write.js';
import { say } from '../state/toast.js';
import { claimQuery } from './claim.queries.js';
import { type Difference, differencesOf } from './claim.differences.js';

/** Something done to a claim. */
export interface Deed {
  /** What is said when it is done. */
  readonly said: string;
  /** Sends it, against the version of the claim that the person had before him. */
  readonly send: (version: number) => Promise<unknown>;
  /** What the claim will most likely be, shown until the server has answered. */
  readonly expected?: Partial<ClaimItem>;
  /** Takes it back. */
  readonly undo?: (done: Claim | null) => Deed;
  readonly onDone?: () => void;
}

/** A deed, and the claim as the person saw it when he did it: not as it is drawn in expectation of success. */
interface Attempt {
  readonly deed: Deed;
  readonly seen: ClaimItem;
}

/** Somebody else was quicker. */
export interface Conflict {
  readonly claimId: string;
  readonly differences: readonly Difference[];
  /** Does the same again, on the claim as it is now. */
  readonly again: () => void;
}

/**
 * Writes to a claim, the one on show unless another is named. Shows at once what is expected and takes it back when refused; when the
 * claim has changed meanwhile, says how, and lets the person do it again. An answer may come when another claim is on show: it is
 * about the one that was meant.
 */
export function useClaimWrite(claim: ClaimItem) {
  const cache = useQueryClient();
  const { t } = useTranslation(['article', 'frame']);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const rereading = useReadAgain();
  const shown = useRef(claim.id);
  useEffect(() => {
    shown.current = claim.id;
  }, [claim.id]);

  const mutation = useMutation({
    mutationFn: ({ deed, seen }: Attempt) => deed.send(seen.version),
    onMutate: async ({ deed, seen: { id, articleId } }) => {
      rereading.stop();
      setConflict(null);
      if (!deed.expected) return undefined;
      await cache.cancelQueries({ queryKey: keys.article(articleId), exact: true });
      const before = cache.getQueryData<Article>(keys.article(articleId));
      cache.setQueryData<Article>(keys.article(articleId), (article) => patched(article, id, deed.expected!));
      return before;
    },
    onError: (error, { deed, seen }, before) => {
      if (before) cache.setQueryData(keys.article(seen.articleId), before);
      if (shown.current !== seen.id) say(problemTitle(error, t), { kind: 'refused', detail: seen.quote });
      if (!isOvertaken(error)) return;
      const asItIs = () => cache.fetchQuery({ ...claimQuery(seen.id), staleTime: 0 });
      void rereading.read(asItIs, (now) => {
        void cache.invalidateQueries({ queryKey: keys.article(seen.articleId), exact: true });
        const again = () => mutation.mutate({ deed, seen: now });
        setConflict({ claimId: seen.id, differences: differencesOf(seen, now), again });
      });
    },
    onSuccess: (answer, { deed, seen }) => {
      const done = isClaim(answer) ? answer : null;
      if (done) cache.setQueryData(keys.claim(done.id), done);
      const { undo } = deed;
      say(deed.said, { undo: undo && (() => runBack(undo(done), done ?? seen)) });
      deed.onDone?.();
    },
    onSettled: async (_answer, _error, { seen }) => {
      await refreshClaim(cache, seen);
    },
  });

  function runBack(deed: Deed, seen: ClaimItem): void {
    mutation.mutate({ deed: { ...deed, said: t('undone') }, seen });
  }

  const isAboutShown = mutation.variables?.seen.id === claim.id;
  const ofShown = conflict?.claimId === claim.id ? conflict : null;
  return {
    run: (deed: Deed, seen: ClaimItem = claim) => mutation.mutate({ deed, seen }),
    busy: mutation.isPending && isAboutShown,
    /** A refusal; that somebody was quicker only until it can be told what he did. */
    error: !isAboutShown || (isOvertaken(mutation.error) && ofShown !== null) ? null : mutation.error,
    conflict: ofShown,
    forget: () => {
      rereading.stop();
      setConflict(null);
      mutation.reset();
    },
  };
}
export type ClaimWrite = ReturnType<typeof useClaimWrite>;

function isClaim(answer: unknown): answer is Claim {
  return typeof answer === 'object' && answer !== null && 'checkWorthiness' in answer && 'actions' in answer;
}

function patched(article: Article | undefined, claimId: string, expected: Partial<ClaimItem>): Article | undefined {
  if (!article) return undefined;
  return { ...article, claims: article.claims.map((item) => (item.id === claimId ? { ...item, ...expected } : item)) };
}
