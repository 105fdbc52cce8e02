import type { Claim, Evidence } from '#client';
import { Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOf } from '../../../claim/claim.queries.js';
import classes from '../../../form/form.module.css';
import { useMe } from '../../../session/session.query.js';
import { Loading } from '../../../state/states.js';

/** The evidence of a claim, and what of it a verdict leaves out. */
export function useCitedEvidence(claim: Claim) {
  const { member } = useMe();
  const cache = useQueryClient();
  const evidence = useQuery(listOf('listEvidence', claim.id));
  const items = standing(evidence.data);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  /** What the verdict rests on: what is ticked, and what he added himself in the moment before, though it has not come back yet. */
  async function cited(): Promise<string[]> {
    const shown = new Set(items.map(({ id }) => id));
    const known = evidence.isFetching ? standing(await cache.fetchQuery(listOf('listEvidence', claim.id))) : items;
    const meant = known.filter(({ id, addedBy }) => shown.has(id) || addedBy === member.id);
    return meant.map(({ id }) => id).filter((id) => !left.has(id));
  }

  function toggle(id: string) {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  }

  return { evidence, items, left, toggle, cited };
}

type CitedEvidence = ReturnType<typeof useCitedEvidence>;

/** All that stands is taken to be cited; what is not is unticked. */
export function CitedEvidenceField({ evidence, items, left, toggle }: CitedEvidence) {
  const { t } = useTranslation('article');
  return (
    <fieldset className={classes.choice}>
      <legend>{t('verdict.evidence')}</legend>
      {evidence.isPending && <Loading lines={1} />}
      {evidence.data && items.length === 0 && <p>{t('verdict.noEvidence')}</p>}
      <div className={classes.more}>
        <div>
          {items.map((item) => (
            <Checkbox
              key={item.id}
              size="sm"
              checked={!left.has(item.id)}
              onChange={() => toggle(item.id)}
              label={
                <>
                  {item.stance && `${t(`terms:evidenceStance.${item.stance}`)}: `}
                  <bdi>{item.source.name ?? t('evidence.confidentialSource')}</bdi> · <bdi>{item.locator}</bdi>
                </>
              }
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
}

const standing = (evidence: readonly Evidence[] = []) => evidence.filter(({ withdrawn }) => withdrawn === null);
