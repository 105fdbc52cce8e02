import type { Claim, ClaimItem } from '#client';
import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import type { ClaimWrite } from '../../../claim/claim.write.js';
import { Foreign } from '../../../text/foreign.js';
import { useRoom } from '../article.room.js';
import { KeyCap } from '../keys/key.cap.js';
import notice from '../../../state/notice.module.css';
import classes from './anchor.module.css';
import { placesOf } from './word.places.js';

export const WAITING: readonly string[] = ['changed', 'suggested', 'ambiguous', 'orphaned'];

interface Props {
  readonly claim: ClaimItem;
  readonly known: Claim | undefined;
  readonly write: ClaimWrite;
}

/** After a revision: where the claim's words went, and what a person must say about it. */
export function AnchorNotice({ claim, known, write }: Props) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const { anchor } = claim;
  if (!anchor || !WAITING.includes(anchor.status) || claim.disposition === 'dismissed') return null;
  const may = known?.actions.includes('place') ?? false;
  const sure = oneWay(claim);
  const place = (body: Parameters<typeof placeBody>[1]) => write.run(placeBody(claim.id, body, t('anchor.done')));
  return (
    <div className={notice.notice} data-kind="anchor">
      <p className={notice.title}>{t(`anchor.status.${anchor.status}`)}</p>
      <p>{t(`anchor.words.${anchor.status}`)}</p>
      {anchor.flags.length > 0 && (
        <ul className={notice.list}>
          {anchor.flags.map((flag) => (
            <li key={flag}>{t(`anchor.flag.${flag}`, { defaultValue: flag })}</li>
          ))}
        </ul>
      )}
      {may &&
        anchor.candidates.map((candidate) => (
          <div key={`${candidate.blockId} ${candidate.start}`} className={classes.candidate}>
            <span className={classes.words} lang={article.language}>
              <Foreign>{candidate.quote}</Foreign>
            </span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                place({
                  action: 'attach',
                  blockId: candidate.blockId,
                  start: candidate.start,
                  end: candidate.end,
                })
              }
            >
              {t('anchor.attach')}
            </Button>
          </div>
        ))}
      {may && anchor.status !== 'changed' && <FindPlace key={claim.id} onPlace={place} />}
      {may && (
        <div className={notice.actions}>
          {sure && (
            <Button size="compact-sm" rightSection={<KeyCap command="confirmPlace" />} onClick={() => place(sure)}>
              {t('anchor.confirm')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => place({ action: 'cut' })}>
            {t('anchor.cut')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** More places than this and the words say too little. */
const MOST_FOUND = 5;

/** Words typed, pasted or selected in the text: wherever they stand, the claim can be attached to them. */
function FindPlace({ onPlace }: { onPlace: (body: PlaceBody) => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const [words, setWords] = useState('');
  const found = useMemo(() => placesOf(words, article.revision.blocks).slice(0, MOST_FOUND), [words, article]);
  useSelectedInText(setWords);
  return (
    <div className={classes.find}>
      <TextInput
        size="xs"
        label={t('anchor.find')}
        description={t('anchor.findHint')}
        lang={article.language}
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          const only = found.length === 1 ? found[0] : undefined;
          if (event.key !== 'Enter' || !only) return;
          event.preventDefault();
          onPlace({ action: 'attach', ...only.span });
        }}
      />
      {words.trim() !== '' && found.length === 0 && <p role="status">{t('anchor.notFound')}</p>}
      {found.map(({ span, before, quote, after }) => (
        <div key={`${span.blockId} ${span.start}`} className={classes.candidate}>
          <span className={classes.words} lang={article.language} dir="auto">
            {before}
            <mark>{quote}</mark>
            {after}
          </span>
          <Button size="compact-sm" variant="default" onClick={() => onPlace({ action: 'attach', ...span })}>
            {t('anchor.here')}
          </Button>
        </div>
      ))}
    </div>
  );
}

/** What is selected in the article is taken for the words one looks for. */
function useSelectedInText(take: (words: string) => void): void {
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      const node = selection?.anchorNode;
      const within = (node instanceof Element ? node : node?.parentElement)?.closest('[data-block]');
      const words = selection?.toString().trim() ?? '';
      if (within && words !== '') take(words);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [take]);
}

/** What one key settles: the place where the claim was put, or the only one that is offered. */
export function oneWay({ anchor }: ClaimItem): PlaceBody | null {
  if (!anchor || !WAITING.includes(anchor.status)) return null;
  if (anchor.start !== null) return { action: 'confirm' };
  const [only, ...others] = anchor.candidates;
  if (!only || others.length > 0) return null;
  return { action: 'attach', blockId: only.blockId, start: only.start, end: only.end };
}

type PlaceBody =
  | { readonly action: 'confirm' | 'cut' }
  | { readonly action: 'attach'; readonly blockId: string; readonly start: number; readonly end: number };

/** Settles where a claim stands. */
export function placeBody(id: string, body: PlaceBody, said: string) {
  return {
    said,
    send: (version: number) => api().call('placeAnchor', { params: { id }, version, body }),
  };
}
