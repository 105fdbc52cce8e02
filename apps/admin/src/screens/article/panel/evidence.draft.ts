import type { Claim, Input, Source } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { say } from '../../../state/toast.js';
import { useClose } from '../article.room.js';
import type { SourceChoice } from './source.picker.js';

export type Stance = 'supports' | 'refutes' | 'context';
export type How = 'credited' | 'copied' | 'same-quote' | 'same-statement';

/** What is written is kept in this browser until the server has it. */
interface Written {
  readonly locator: string;
  readonly url: string;
  readonly quote: string;
  readonly note: string;
}

interface Chosen {
  readonly source: SourceChoice | null;
  readonly stance: Stance;
  readonly primary: boolean;
  readonly confidential: boolean;
  readonly file: File | null;
  /** The evidence it was taken from, and how that shows. */
  readonly derivedFrom: string | null;
  readonly how: How;
}

const NOTHING: Chosen = {
  source: null,
  stance: 'supports',
  primary: false,
  confidential: false,
  file: null,
  derivedFrom: null,
  how: 'credited',
};

/** One piece of evidence while it is put together. */
export function useEvidenceDraft(claim: Claim) {
  const { member } = useMe();
  const { written, write, clear } = useWritten(`${member.id}.${claim.id}.evidence`);
  const [chosen, setChosen] = useState(NOTHING);
  return {
    ...written,
    ...chosen,
    write,
    choose: (part: Partial<Chosen>) => setChosen((old) => ({ ...old, ...part })),
    clear,
  };
}

export type EvidenceDraft = ReturnType<typeof useEvidenceDraft>;

function useWritten(draft: string) {
  const [locator, setLocator, clearLocator] = useDraft(`${draft}.locator`);
  const [url, setUrl, clearUrl] = useDraft(`${draft}.url`);
  const [quote, setQuote, clearQuote] = useDraft(`${draft}.quote`);
  const [note, setNote, clearNote] = useDraft(`${draft}.note`);
  const setters = { locator: setLocator, url: setUrl, quote: setQuote, note: setNote };
  return {
    written: { locator, url, quote, note } satisfies Written,
    write: (name: keyof Written, text: string) => setters[name](text),
    clear: () => {
      for (const clear of [clearLocator, clearUrl, clearQuote, clearNote]) clear();
    },
  };
}

/** Adds it to the claim, with a copy of the file where there is one; the draft is put away when the server has it. */
export function useAddition(claim: Claim, draft: EvidenceDraft) {
  const { t } = useTranslation('article');
  const close = useClose();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const captureId = draft.file ? await keepCopy(draft.file) : undefined;
      return api().call('addEvidence', { params: { id: claim.id }, body: bodyOf(draft, captureId) });
    },
    onSuccess: () => {
      draft.clear();
      say(t('evidence.added'));
      close();
      void cache.invalidateQueries({ queryKey: keys.sources });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
  });
}

function bodyOf(draft: EvidenceDraft, captureId: string | undefined): Input<'addEvidence'>['body'] {
  const { source, stance, locator, url, quote, note, primary, confidential, derivedFrom, how } = draft;
  return {
    ...sourceOf(source!),
    stance,
    locator,
    ...(url && { url }),
    ...(quote && { quote }),
    ...(note && { note }),
    ...(primary && { primary }),
    ...(confidential && { confidential }),
    ...(captureId && { captureId }),
    ...(derivedFrom && { derivesFrom: { evidenceId: derivedFrom, how } }),
  };
}

function sourceOf(choice: SourceChoice): { sourceId: string } | { source: { name: string; type: Source['type'] } } {
  return 'id' in choice ? { sourceId: choice.id } : { source: { name: choice.name, type: choice.type } };
}

async function keepCopy(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const body = { contentType: file.type || 'application/octet-stream', bytes };
  return (await api().call('createCapture', { body })).id;
}
