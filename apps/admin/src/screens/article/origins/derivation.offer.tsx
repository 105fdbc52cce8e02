import type { Article } from '#client';
import { Button } from '@mantine/core';
import { IconBinaryTree2, IconCheck } from '@tabler/icons-react';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../../../api/keys.js';
import { listOf } from '../../../claim/claim.queries.js';
import { useMay, useMe } from '../../../session/session.query.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { KeyCap } from '../keys/key.cap.js';
import { useKeyCommands } from '../keys/key.commands.js';
import classes from './carriers.module.css';
import { recordDerivation, takeBack } from './derivation.record.js';
import type { Carrier } from './origins.query.js';

interface Props {
  readonly item: Carrier;
  readonly own: Article;
  readonly other: Article;
}

/**
 * What the server proposes: both have it from there. A person confirms with one key; it is then on record on the claims they share,
 * so that nobody counts the other as an origin of its own.
 */
export function DerivationOffer({ item, own, other }: Props) {
  const { t } = useTranslation('carried');
  const { member } = useMe();
  const may = useMay();
  const cache = useQueryClient();
  const standing = new Set(own.claims.filter(({ disposition }) => disposition !== 'dismissed').map(({ id }) => id));
  const claimIds = item.sharedClaims.map(({ claimId }) => claimId).filter((id) => standing.has(id));
  const carrier = other.outlet ?? other.title;
  const known = useQueries({ queries: claimIds.map((id) => listOf('listEvidence', id)) });
  const isRecorded = known.some(({ data }) =>
    data?.some(({ source, stance, withdrawn }) => !withdrawn && stance === 'context' && source.name === carrier),
  );
  const settle = () =>
    Promise.all([
      ...claimIds.map((id) => cache.invalidateQueries({ queryKey: keys.claim(id) })),
      cache.invalidateQueries({ queryKey: keys.sources }),
    ]);
  const record = useMutation({
    mutationFn: () => recordDerivation(item, other, claimIds, t('note', { name: item.derivesFrom!.name })),
    onSuccess: (made) =>
      say(t('recorded', { count: made.length }), {
        undo: () => void takeBack(made, t('takenBack')).then(settle, settle),
      }),
    onSettled: settle,
  });
  const mayRecord =
    item.derivesFrom !== null &&
    claimIds.length > 0 &&
    may('createSource') &&
    may('addEvidence', own.authorIds.includes(member.id) ? ['own-article', 'article-visible'] : ['article-visible']);
  useKeyCommands({ record: () => mayRecord && !isRecorded && !record.isPending && record.mutate() });
  if (item.derivesFrom === null) return <p className={classes.offer}>{t('independent')}</p>;
  const { how, name } = item.derivesFrom;
  return (
    <div className={classes.offer}>
      <p>
        {t('offer')} <Foreign className={classes.origin}>{name}</Foreign> · {t(`how.${how}`)}
      </p>
      {isRecorded ? (
        <p className={classes.done}>
          <IconCheck size={16} aria-hidden /> {t('onRecord')}
        </p>
      ) : (
        mayRecord && (
          <Button
            size="compact-sm"
            leftSection={<IconBinaryTree2 size={15} aria-hidden />}
            rightSection={<KeyCap command="record" />}
            loading={record.isPending}
            onClick={() => record.mutate()}
          >
            {t('record', { count: claimIds.length })}
          </Button>
        )
      )}
      <ProblemNotice error={record.error} />
    </div>
  );
}
