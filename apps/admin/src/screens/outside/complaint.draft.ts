import type { Input } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../session/session.query.js';
import { useDraft } from '../../state/draft.js';
import { say } from '../../state/toast.js';
import { fromLocalInput } from '../../text/local.input.js';

type Body = Input<'createCorrectionRequest'>['body'];

/** What is told of a complaint beside what it demands, which alone is kept in this browser. */
interface Told {
  readonly requester: string;
  readonly contact: string;
  readonly receivedAt: string;
  readonly legalBasis: NonNullable<Body['legalBasis']> | null;
  readonly articleId: string | null;
}

const NOTHING: Told = { requester: '', contact: '', receivedAt: '', legalBasis: null, articleId: null };

export function useComplaintDraft() {
  const { member } = useMe();
  const [demand, setDemand, clear] = useDraft(`${member.id}.complaint`);
  const [told, setTold] = useState(NOTHING);
  return {
    ...told,
    demand,
    setDemand,
    tell: (part: Partial<Told>) => setTold((old) => ({ ...old, ...part })),
    isWhole: told.requester.trim() !== '' && demand.trim() !== '',
    clear,
  };
}

export type ComplaintDraft = ReturnType<typeof useComplaintDraft>;

/** Records it; the draft is put away when the server has it. */
export function useRecording(draft: ComplaintDraft, onDone: () => void) {
  const { t } = useTranslation('outside');
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api().call('createCorrectionRequest', { body: bodyOf(draft) }),
    onSuccess: async () => {
      draft.clear();
      say(t('complaint.recorded'));
      onDone();
      await cache.invalidateQueries({ queryKey: keys.complaints });
    },
  });
}

function bodyOf({ requester, demand, contact, receivedAt, legalBasis, articleId }: ComplaintDraft): Body {
  return {
    requester: requester.trim(),
    demand: demand.trim(),
    ...(contact.trim() && { contact: contact.trim() }),
    ...(receivedAt && { receivedAt: fromLocalInput(receivedAt)! }),
    legalBasis,
    articleId,
  };
}
