import type { Article, Claim, ClaimItem } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys.js';
import { refreshClaim } from './claim.refresh.js';
import { useReadAgain } from '../state/read.again.js';
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
  readonly differences: readonly Difference[];
  /** Does the same again, on the claim as it is now. */
  readonly again: () => void;
}

/**
 * Writes to one claim. Shows at once what is expected and takes it back when refused; when the claim has changed meanwhile, says
 * how, and lets the person do it again.
 */
export function useClaimWrite(claim: ClaimItem) {
  const cache = useQueryClient();
  const { t } = useTranslation('article');
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const rereading = useReadAgain();

  const mutation = useMutation({
    mutationFn: ({ deed, seen }: Attempt) => deed.send(seen.version),
    onMutate: async ({ deed }) => {
      rereading.stop();
      setConflict(null);
      if (!deed.expected) return undefined;
      await cache.cancelQueries({ queryKey: keys.article(claim.articleId), exact: true });
      const before = cache.getQueryData<Article>(keys.article(claim.articleId));
      cache.setQueryData<Article>(keys.article(claim.articleId), (article) =>
        patched(article, claim.id, deed.expected!),
      );
      return before;
    },
    onError: (error, { deed, seen }, before) => {
      if (before) cache.setQueryData(keys.article(claim.articleId), before);
      if (!isOvertaken(error)) return;
      const asItIs = () => cache.fetchQuery({ ...claimQuery(claim.id), staleTime: 0 });
      void rereading.read(asItIs, (now) => {
        void cache.invalidateQueries({ queryKey: keys.article(claim.articleId), exact: true });
        setConflict({ differences: differencesOf(seen, now), again: () => mutation.mutate({ deed, seen: now }) });
      });
    },
    onSuccess: (answer, { deed }) => {
      const done = isClaim(answer) ? answer : null;
      if (done) cache.setQueryData(keys.claim(claim.id), done);
      const { undo } = deed;
      say(deed.said, { undo: undo && (() => runBack(undo(done), done)) });
      deed.onDone?.();
    },
    onSettled: async () => {
      await refreshClaim(cache, claim);
    },
  });

  function runBack(deed: Deed, done: Claim | null): void {
    mutation.mutate({ deed: { ...deed, said: t('undone') }, seen: done ?? claim });
  }

  return {
    run: (deed: Deed) => mutation.mutate({ deed, seen: claim }),
    busy: mutation.isPending,
    /** A refusal; that somebody was quicker only until it can be told what he did. */
    error: isOvertaken(mutation.error) && conflict !== null ? null : mutation.error,
    conflict,
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
