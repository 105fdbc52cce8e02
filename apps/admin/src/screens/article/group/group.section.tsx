import type { Claim } from '#client';
import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../../../api/keys.js';
import { useMay } from '../../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Section } from '../panel/section.js';
import { GroupedItem } from './grouped.item.js';
import { changeGroup, type Group, groupQuery, RELATIONS } from './group.link.js';
import classes from './group.module.css';

/** The claim in other articles: how they relate, how far it spread, from how many origins, and what was decided there. */
export function GroupSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('groups');
  if (claim.groupId === null) return null;
  return (
    <Section title={t('title')}>
      <Grouped key={claim.groupId} claim={claim} groupId={claim.groupId} />
    </Section>
  );
}

function Grouped({ claim, groupId }: { claim: Claim; groupId: string }) {
  const group = useQuery(groupQuery(groupId));
  if (group.isPending) return <Loading lines={3} />;
  if (group.isError) return <Failure error={group.error} retry={() => void group.refetch()} />;
  return <Spread claim={claim} group={group.data} />;
}

function Spread({ claim, group }: { claim: Claim; group: Group }) {
  const { t } = useTranslation(['groups', 'terms']);
  const may = useMay();
  const cache = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Parameters<typeof changeGroup>[1]) => changeGroup(group, body),
    onSuccess: (next) => {
      cache.setQueryData(keys.group(group.id), next);
      say(t('saved'));
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: ['group'] }),
        cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
        cache.invalidateQueries({ queryKey: keys.article(claim.articleId) }),
      ]),
  });
  const mayLink = may('updateClaimGroup', ['article-visible']);
  const { articles, outlets, origins } = group.spread;
  const letters = new Map([...new Set(group.claims.map(({ origin }) => origin))].map((origin, at) => [origin, at]));
  return (
    <>
      <p className={classes.spread}>
        <span className={classes.count}>
          {t('terms:spread.both', {
            articles: t('terms:spread.articles', { count: articles }),
            origins: t('terms:spread.origins', { count: origins }),
          })}
        </span>
        <span className={classes.soft}>{t('terms:spread.outlets', { count: outlets })}</span>
      </p>
      {mayLink ? (
        <Select
          label={t('relationLabel')}
          data={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))}
          value={group.relation}
          onChange={(value) => value && change.mutate({ relation: value })}
          disabled={change.isPending}
          allowDeselect={false}
        />
      ) : (
        <p>{t(`relation.${group.relation}`)}</p>
      )}
      <ProblemNotice error={change.error} />
      <ol role="list" className={classes.claims}>
        {group.claims.map((item) => (
          <GroupedItem
            key={item.claimId}
            claim={claim}
            item={item}
            origin={letters.get(item.origin)! + 1}
            onRemove={
              mayLink
                ? () =>
                    change.mutate({
                      claimIds: group.claims.map(({ claimId }) => claimId).filter((id) => id !== item.claimId),
                    })
                : undefined
            }
          />
        ))}
      </ol>
    </>
  );
}
