import type { Article, ClaimItem } from '#client';
import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconShieldCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingMark } from '../../../claim/standing.mark.js';
import { useMay } from '../../../session/session.query.js';
import { useSignal } from '../../../state/signal.js';
import { Foreign } from '../../../text/foreign.js';
import { useRoom } from '../article.room.js';
import { capOf } from '../keys/key.bindings.js';
import { bindings } from '../keys/key.commands.js';
import { RequirementList } from '../../../decision/requirement.list.js';
import classes from './gate.module.css';
import { ReleaseForm } from './release.form.js';
import { type NextProposal, Proposals, useNextProposal } from './proposals.js';

type Requirement = Article['gate'][number];

/** Before publication in two minutes: the phrases that block, what would unblock each, and a wording to propose. */
export function GatePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('article');
  const { article, byId } = useRoom();
  const next = useNextProposal();
  const current = useSignal(bindings);
  const [kept, setKept] = useState<Readonly<Record<string, string>>>({});
  const open = article.gate.filter(({ status }) => status === 'unsatisfied');
  const withheld = article.gate.some(({ status }) => status === 'withheld');
  return (
    <section className={classes.panel} aria-labelledby="gate-title">
      <header className={classes.head}>
        <h2 id="gate-title" className={classes.title}>
          {t(`gate.title.${article.kind}`)}
        </h2>
        <ActionIcon aria-label={t('panel.toList')} onClick={onClose}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        {open.length === 0 && !withheld && (
          <p className={classes.clear}>
            <IconShieldCheck size={20} aria-hidden />
            {t(`gate.clear.${article.kind}`)}
          </p>
        )}
        <RequirementList requirements={article.gate} />
        {next.waits && <p className={classes.hint}>{t('proposal.oneKey', { key: capOf(current.propose) })}</p>}
        {open.map((requirement) => (
          <Blocking
            key={requirement.name}
            requirement={requirement}
            byId={byId}
            kept={kept}
            onKept={setKept}
            next={next}
          />
        ))}
        <ReleaseForm kept={kept} />
      </div>
    </section>
  );
}

/** More than this at a time nobody works through; the rest is a click away. */
const AT_ONCE = 5;

interface BlockingProps {
  readonly requirement: Requirement;
  readonly byId: ReadonlyMap<string, ClaimItem>;
  readonly kept: Readonly<Record<string, string>>;
  readonly onKept: (kept: Readonly<Record<string, string>>) => void;
  readonly next: NextProposal;
}

function Blocking({ requirement, byId, kept, onKept, next }: BlockingProps) {
  const { t } = useTranslation('article');
  const [all, setAll] = useState(false);
  const ids = Array.isArray(requirement.facts?.claimIds) ? (requirement.facts.claimIds as string[]) : [];
  const claims = ids.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.tier.localeCompare(b.tier));
  if (claims.length === 0) return null;
  return (
    <section className={classes.blocking}>
      <h3 className={classes.name}>{t(`gate.blocks.${requirement.name}`)}</h3>
      <ul role="list" className={classes.claims}>
        {claims.slice(0, all ? undefined : AT_ONCE).map((claim) => (
          <BlockingClaim key={claim.id} claim={claim} name={requirement.name} kept={kept} onKept={onKept} next={next} />
        ))}
      </ul>
      {!all && claims.length > AT_ONCE && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('gate.more', { count: claims.length - AT_ONCE })}
        </Button>
      )}
    </section>
  );
}

function BlockingClaim({
  claim,
  name,
  kept,
  onKept,
  next,
}: Pick<BlockingProps, 'kept' | 'onKept' | 'next'> & { claim: ClaimItem; name: Requirement['name'] }) {
  const { t } = useTranslation('article');
  const { article, gender, select } = useRoom();
  const may = useMay();
  return (
    <li className={classes.claim}>
      <button type="button" className={classes.quote} lang={article.language} onClick={() => select(claim.id)}>
        <Foreign>{claim.quote}</Foreign>
      </button>
      <p className={classes.why}>
        <StandingMark claim={claim} gender={gender} /> · {t(`terms:tierLong.${claim.tier}`)}
      </p>
      <p>{t(`gate.unblock.${name}`)}</p>
      {name === 'disputes-explained' && may('releaseArticle') && (
        <Textarea
          size="xs"
          label={t('gate.keep')}
          value={kept[claim.id] ?? ''}
          onChange={(event) => onKept({ ...kept, [claim.id]: event.currentTarget.value })}
          rows={2}
          dir="auto"
        />
      )}
      {article.kind === 'draft' && may('askQuery') && name !== 'anchors-placed' && name !== 'queries-answered' && (
        <Proposals claim={claim} next={next} />
      )}
    </li>
  );
}
