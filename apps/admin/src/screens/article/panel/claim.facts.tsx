import type { Claim, ClaimItem } from '#client';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import type { ClaimWrite } from '../../../claim/claim.write.js';
import { askReason } from '../../../state/reason.js';
import { Moment } from '../../../text/moment.js';
import { useRatingLabel } from './rating.label.js';
import classes from './claim.facts.module.css';

interface Props {
  readonly claim: ClaimItem;
  readonly known: Claim | undefined;
  readonly write: ClaimWrite;
}

const TIERS = ['A', 'B', 'C'] as const;
const KINDS = ['event', 'statement', 'statistic', 'prediction', 'opinion', 'quote'] as const;
const LEVELS = ['attribution', 'substance'] as const;

/** Tier, kind, what is verified and by when; changed in place by those who may. */
export function ClaimFacts({ claim, known, write }: Props) {
  const { t } = useTranslation('article');
  const mayEdit = known?.actions.includes('edit') ?? false;

  const change = (body: Partial<Pick<ClaimItem, 'tier' | 'kind' | 'verifies'>>, reason?: string) =>
    write.run({
      said: t('saved'),
      expected: body,
      send: (version) =>
        api().call('updateClaim', { params: { id: claim.id }, version, body: { ...body, ...(reason && { reason }) } }),
      undo: () => ({
        said: t('undone'),
        send: (version) =>
          api().call('updateClaim', {
            params: { id: claim.id },
            version,
            body: { tier: claim.tier, kind: claim.kind, verifies: claim.verifies, reason: t('undone') },
          }),
      }),
    });

  async function setTier(tier: ClaimItem['tier']) {
    if (claim.tier !== 'A' || tier === 'A') return change({ tier });
    const reason = await askReason(t('tierReason.title'), t('reason'));
    if (reason) change({ tier }, reason);
  }

  return (
    <div className={classes.facts}>
      <Fact
        label={t('tier')}
        value={
          <span className={classes.tier} data-tier={claim.tier}>
            {t(`terms:tier.${claim.tier}`)}
          </span>
        }
        options={mayEdit ? TIERS.map((tier) => [t(`terms:tierLong.${tier}`), () => void setTier(tier)]) : []}
      />
      <Fact
        label={t('kind')}
        value={t(`terms:kind.${claim.kind}`)}
        options={mayEdit ? KINDS.map((kind) => [t(`terms:kind.${kind}`), () => change({ kind })]) : []}
      />
      <Fact
        label={t('verifies')}
        value={t(`terms:verifies.${claim.verifies}`)}
        options={
          mayEdit ? LEVELS.map((level) => [t(`terms:verifiesLong.${level}`), () => change({ verifies: level })]) : []
        }
      />
      {claim.dueAt && <Fact label={t('terms:due.on')} value={<Moment at={claim.dueAt} />} options={[]} />}
      {claim.rating && <RatingFact claim={claim} />}
    </div>
  );
}

function RatingFact({ claim }: { claim: ClaimItem }) {
  const { t } = useTranslation('article');
  const label = useRatingLabel();
  return <Fact label={t('label')} value={label(claim.rating!)} options={[]} />;
}

type Option = readonly [label: string, choose: () => void];

function Fact({ label, value, options }: { label: string; value: ReactNode; options: readonly Option[] }) {
  const inner = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
    </>
  );
  if (options.length === 0) return <span className={classes.fact}>{inner}</span>;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.fact}>
          {inner}
          <IconChevronDown size={13} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(([text, choose]) => (
          <Menu.Item key={text} onClick={choose}>
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
