import type { Claim, ClaimItem } from '#client';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import type { ClaimWrite } from '../../../claim/claim.write.js';
import { Foreign } from '../../../text/foreign.js';
import { useRoom } from '../article.room.js';
import { KeyCap } from '../keys/key.cap.js';
import classes from './notice.module.css';

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
  const place = (body: Parameters<typeof placeBody>[1]) => write.run(placeBody(claim.id, body, t('anchor.done')));
  return (
    <div className={classes.notice} data-kind="anchor">
      <p className={classes.title}>{t(`anchor.status.${anchor.status}`)}</p>
      <p>{t(`anchor.words.${anchor.status}`)}</p>
      {anchor.flags.length > 0 && (
        <ul className={classes.list}>
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
      {may && (
        <div className={classes.actions}>
          {anchor.start !== null && (
            <Button
              size="compact-sm"
              rightSection={<KeyCap command="confirmPlace" />}
              onClick={() => place({ action: 'confirm' })}
            >
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
