import type { Claim } from '#client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { claimQuery } from '../../../claim/claim.queries.js';
import type { Deed } from '../../../claim/claim.write.js';
import { say } from '../../../state/toast.js';
import { type Sheet, useAttention, useRoom } from '../article.room.js';
import { oneWay, placeBody } from '../panel/anchor.notice.js';
import { acceptance, dismissal } from '../panel/claim.deeds.js';
import { useKeyCommands } from './key.commands.js';

interface Props {
  /** Whether the text with its claims is on show: elsewhere no key steps to a claim or does anything with one. */
  readonly onText: boolean;
  readonly step: (by: 1 | -1) => void;
  readonly onNewClaim: () => void;
  readonly onCoverage: () => void;
  readonly onGate: () => void;
  readonly onCarriers: () => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

/** The keyboard of the article screen. What a key may do now is what the server offers for the selected claim. */
export function ClaimKeys({ onText, step, onNewClaim, onCoverage, onGate, onCarriers, onSearch, onHelp }: Props) {
  const { byId } = useRoom();
  const { selectedId } = useAttention();
  const claim = selectedId === null ? undefined : byId.get(selectedId);
  const common = {
    ...(onText && { next: () => step(1), previous: () => step(-1) }),
    newClaim: onNewClaim,
    coverage: onCoverage,
    gate: onGate,
    carriers: onCarriers,
    search: onSearch,
    help: onHelp,
  };
  useKeyCommands(common);
  return onText && claim ? <OfClaim key={claim.id} claimId={claim.id} /> : null;
}

function OfClaim({ claimId }: { claimId: string }) {
  const { t } = useTranslation('article');
  const { open, write, byId } = useRoom();
  const cache = useQueryClient();
  const isSelected = useStays();
  /** A key may come before the claim is known: it waits for it, and means nothing once another claim is selected. */
  const known = () => cache.ensureQueryData(claimQuery(claimId)).catch(() => null); // the panel says what failed
  const when = (verb: string, run: (claim: Claim) => void) => () =>
    void known().then((claim) => {
      if (claim === null || !isSelected()) return;
      if (claim.actions.includes(verb)) run(claim);
      else say(t('notNow'), { kind: 'refused', detail: t('notNowWhy') });
    });
  const sheet = (name: Sheet) => () => open(name);
  /** The panel may still show the claim before: what is done is done to this one, as the list has it. */
  const run = (deed: Deed, claim: Claim) => write.current?.run(deed, byId.get(claimId) ?? claim);
  useKeyCommands({
    verdict: when('give-verdict', sheet('verdict')),
    decide: when('decide', sheet('decide')),
    evidence: when('add-evidence', sheet('evidence')),
    assign: when('assign', sheet('assign')),
    comment: when('comment', sheet('comment')),
    accept: when('accept', (claim) => run(acceptance(claim), claim)),
    setAside: when('dismiss', (claim) => run(dismissal(claim, 'not-checkable'), claim)),
    confirmPlace: when('place', (claim) => {
      const sure = oneWay(claim);
      if (sure) run(placeBody(claimId, sure, t('anchor.done')), claim);
    }),
  });
  return null;
}

/** Whether what is drawn is still there. */
function useStays(): () => boolean {
  const stays = useRef(false);
  useEffect(() => {
    stays.current = true;
    return () => {
      stays.current = false;
    };
  }, []);
  return () => stays.current;
}
