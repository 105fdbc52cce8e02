import type { Answer, BlockChange, ClaimChange, ClaimItem } from '#client';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClaimConflict } from '../../../claim/claim.conflict.js';
import { useClaimWrite } from '../../../claim/claim.write.js';
import { useMay } from '../../../session/session.query.js';
import { ProblemNotice } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { directionOf } from '../../../text/i18n.js';
import { useRoom } from '../article.room.js';
import { KeyCap } from '../keys/key.cap.js';
import { useKeyCommands } from '../keys/key.commands.js';
import { oneWay, placeBody, WAITING } from '../panel/anchor.notice.js';
import { segmentsOf, type Span } from '../text/text.segments.js';
import classes from './revision.module.css';

type Diff = Answer<'diffRevisions'>;

/** What changed, block beside block, and beside it the effect on each claim. */
export function RevisionDifference({ diff, onOpen }: { diff: Diff; onOpen: () => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const standing = diff.claims.filter(({ disposition }) => disposition !== 'dismissed');
  const touched = standing.filter(({ status }) => status !== 'exact');
  const current = useWalk(touched);
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
        {touched.length === 0 ? (
          <p>{t('revisions.noEffects')}</p>
        ) : (
          <p className={classes.flags}>{t('revisions.untouched', { count: standing.length - touched.length })}</p>
        )}
        <ul role="list" className={classes.effectList}>
          {touched.map((change) => (
            <Effect key={change.claimId} change={change} isCurrent={change.claimId === current} onOpen={onOpen} />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The effect at which one stands: j and k go from one to the next, the first that waits for a person comes first. */
function useWalk(touched: readonly ClaimChange[]): string | undefined {
  const { byId } = useRoom();
  const [chosen, setChosen] = useState<string | null>(null);
  const waits = ({ claimId }: ClaimChange) => WAITING.includes(byId.get(claimId)?.anchor?.status ?? 'exact');
  const known = touched.some(({ claimId }) => claimId === chosen);
  const current = known && chosen !== null ? chosen : (touched.find(waits) ?? touched[0])?.claimId;
  const step = (by: 1 | -1) => {
    const next = touched[touched.findIndex(({ claimId }) => claimId === current) + by];
    if (next) setChosen(next.claimId);
  };
  useKeyCommands({ next: () => step(1), previous: () => step(-1) });
  return current;
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

interface EffectProps {
  readonly change: ClaimChange;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

/** What became of one claim: its words before and after, what changed in them, and a confirmation with one key. */
function Effect({ change, isCurrent, onOpen }: EffectProps) {
  const { t } = useTranslation('article');
  const { article, byId, select } = useRoom();
  const claim = byId.get(change.claimId);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const notes = [
    ...change.flags.map((flag) => t(`anchor.flag.${flag}`, { defaultValue: flag })),
    ...(change.status === 'new' ? [] : [t(isKept(change) ? 'revisions.kept' : 'revisions.outdated')]),
    ...(change.fellBack ? [t('revisions.fellBack')] : []),
  ];
  return (
    <li
      ref={place}
      className={classes.effect}
      data-status={change.status}
      data-claim={change.claimId}
      data-current={isCurrent}
      aria-current={isCurrent || undefined}
    >
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
      {claim && <Offered claim={claim} />}
      <p className={classes.flags}>{notes.join(' · ')}</p>
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
        {claim && <Confirm claim={claim} isCurrent={isCurrent} />}
      </div>
    </li>
  );
}

/** The one place that is offered for words that are gone. */
function Offered({ claim }: { claim: ClaimItem }) {
  const { article } = useRoom();
  const sure = oneWay(claim);
  if (sure?.action !== 'attach') return null;
  return (
    <p lang={article.language} className={classes.quote}>
      <ins>
        <Foreign>{claim.anchor?.candidates[0]?.quote ?? ''}</Foreign>
      </ins>
    </p>
  );
}

/** Verdicts bind to the words and their frame: spelling marks and another place leave them standing. */
const isKept = ({ status, wordsChanged }: ClaimChange) =>
  !wordsChanged && (status === 'exact' || status === 'typographic' || status === 'moved' || status === 'confirmed');

function Confirm({ claim, isCurrent }: { claim: ClaimItem; isCurrent: boolean }) {
  const { t } = useTranslation('article');
  const { article, gender } = useRoom();
  const write = useClaimWrite(claim);
  const may = useMay();
  const sure = may('placeAnchor') ? oneWay(claim) : null;
  const confirm = () => {
    if (sure) write.run(placeBody(claim.id, sure, t('anchor.done')));
  };
  useKeyCommands(isCurrent && sure && !write.busy ? { confirmPlace: confirm } : {});
  if (!sure) return null;
  return (
    <>
      <Button
        size="compact-sm"
        loading={write.busy}
        rightSection={isCurrent && <KeyCap command="confirmPlace" />}
        onClick={confirm}
      >
        {t('anchor.confirm')}
      </Button>
      <ClaimConflict write={write} kind={article.kind} gender={gender} />
      <ProblemNotice error={write.error} />
    </>
  );
}
