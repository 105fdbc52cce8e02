import type { Answer, BlockChange, ClaimChange, ClaimItem } from '#client';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClaimWrite } from '../../../claim/claim.write.js';
import { useMay } from '../../../session/session.query.js';
import { ProblemNotice } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { directionOf } from '../../../text/i18n.js';
import { useRoom } from '../article.room.js';
import { placeBody, WAITING } from '../panel/anchor.notice.js';
import { segmentsOf, type Span } from '../text/text.segments.js';
import classes from './revision.module.css';

type Diff = Answer<'diffRevisions'>;

/** What changed, block beside block, and beside it the effect on each claim. */
export function RevisionDifference({ diff, onOpen }: { diff: Diff; onOpen: () => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const touched = diff.claims.filter(({ status, disposition }) => status !== 'exact' && disposition !== 'dismissed');
  return (
    <div className={classes.difference}>
      <table className={classes.sides} dir={directionOf(article.language)} lang={article.language}>
        <thead>
          <tr>
            <th scope="col">{t('revisions.before')}</th>
            <th scope="col">{t('revisions.after')}</th>
          </tr>
        </thead>
        <tbody>
          {diff.blocks.map((block, index) => (
            <tr key={index} data-kind={block.kind}>
              <td>
                <Side change={block} side="before" />
              </td>
              <td>
                <Side change={block} side="after" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className={classes.effects} aria-labelledby="effects-title">
        <h2 id="effects-title" className={classes.heading}>
          {t('revisions.effects', { count: touched.length })}
        </h2>
        {touched.length === 0 && <p>{t('revisions.noEffects')}</p>}
        <ul role="list" className={classes.effectList}>
          {touched.map((change) => (
            <Effect key={change.claimId} change={change} onOpen={onOpen} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Side({ change, side }: { change: BlockChange; side: 'before' | 'after' }) {
  const { t } = useTranslation('article');
  const block = change[side];
  if (!block) return null;
  const Tag = side === 'before' ? 'del' : 'ins';
  return (
    <p dir="auto" className={classes.words}>
      {(change.kind === 'moved' || change.kind === 'moved-and-changed') && (
        <span className={classes.moved}>{t('revisions.moved')} </span>
      )}
      {segmentsOf(block.text, spansOf(change, side, block.text)).map(({ at, text, ids: [id] }) =>
        id === undefined ? (
          text
        ) : (
          <Tag key={at} data-typographic={id.startsWith('typographic') || undefined}>
            {text}
          </Tag>
        ),
      )}
    </p>
  );
}

function spansOf(change: BlockChange, side: 'before' | 'after', text: string): Span[] {
  if (change.kind === 'added' || change.kind === 'removed') return [{ id: 'whole', start: 0, end: text.length }];
  return change.changes.map((part, index) => ({
    id: `${part.typographic ? 'typographic' : 'real'} ${index}`,
    ...part[side],
  }));
}

/** What became of one claim: its words before and after, what changed in them, and a confirmation with one key. */
function Effect({ change, onOpen }: { change: ClaimChange; onOpen: () => void }) {
  const { t } = useTranslation('article');
  const { article, byId, select } = useRoom();
  const claim = byId.get(change.claimId);
  const notes = change.flags.map((flag) => t(`anchor.flag.${flag}`, { defaultValue: flag }));
  return (
    <li className={classes.effect} data-status={change.status}>
      <span className={classes.status}>{t(`anchor.status.${change.status}`)}</span>
      {change.wordsChanged && change.quoteBefore !== null && change.quoteAfter !== null && (
        <p lang={article.language} className={classes.quote}>
          <del>
            <Foreign>{change.quoteBefore}</Foreign>
          </del>
        </p>
      )}
      <p lang={article.language} className={classes.quote}>
        <Foreign>{change.quoteAfter ?? change.quoteBefore}</Foreign>
      </p>
      <p className={classes.flags}>{[...notes, ...(change.fellBack ? [t('revisions.fellBack')] : [])].join(' · ')}</p>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onOpen();
            select(change.claimId);
          }}
        >
          {t('revisions.open')}
        </Button>
        {claim && <Confirm claim={claim} />}
      </div>
    </li>
  );
}

function Confirm({ claim }: { claim: ClaimItem }) {
  const { t } = useTranslation('article');
  const write = useClaimWrite(claim);
  const may = useMay();
  if (!may('placeAnchor') || claim.anchor?.start == null || !WAITING.includes(claim.anchor.status)) return null;
  return (
    <>
      <Button
        size="compact-sm"
        loading={write.busy}
        onClick={() => write.run(placeBody(claim.id, { action: 'confirm' }, t('anchor.done')))}
      >
        {t('anchor.confirm')}
      </Button>
      <ProblemNotice error={write.error} />
    </>
  );
}
