import type { Claim } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { say } from '../../../state/toast.js';
import { useClose } from '../article.room.js';

export type Confidence = 'low' | 'medium' | 'high';

/** A verdict while it is written. What is written is kept in this browser until the server has it. */
export function useVerdictDraft(claim: Claim) {
  const { member } = useMe();
  const draft = `${member.id}.${claim.id}.verdict`;
  const [rationale, setRationale, clearRationale] = useDraft(draft);
  const [rating, setRating, clearRating] = useDraft(`${draft}.rating`);
  const [confidence, setConfidence] = useState<Confidence>('medium');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  return {
    rationale,
    setRationale,
    rating,
    setRating,
    confidence,
    setConfidence,
    /** Lines of the checklist that were gone through. */
    ticked,
    setTicked,
    clear: () => {
      clearRationale();
      clearRating();
    },
  };
}

type VerdictDraft = ReturnType<typeof useVerdictDraft>;

/** Gives it; `cited` says what it rests on at the moment it is sent. */
export function useGiving(claim: Claim, draft: VerdictDraft, cited: () => Promise<string[]>) {
  const { t } = useTranslation('article');
  const close = useClose();
  const cache = useQueryClient();
  const { ticked, rating, confidence, rationale } = draft;
  return useMutation({
    mutationFn: async () =>
      api().call('giveVerdict', {
        params: { id: claim.id },
        body: { checklist: [...ticked], rating, confidence, rationale, evidenceIds: await cited() },
      }),
    onSuccess: () => {
      draft.clear();
      say(t('verdict.given'));
      close();
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
        cache.invalidateQueries({ queryKey: keys.assignments }),
      ]),
  });
}
