import type { Source } from '#client';
import { IconArrowBarToDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../text/foreign.js';
import { type OriginNode, originTrees, sizeOf } from './origin.tree.js';
import classes from './origin.module.css';

/** Origins that several sources go back to, each drawn as a tree: as many names as one likes, one origin. */
export function OriginForest({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation('sources');
  const trees = originTrees(sources).filter(({ relays }) => relays.length > 0);
  if (trees.length === 0) return null;
  return (
    <section className={classes.forest} aria-labelledby="origins">
      <h2 id="origins" className={classes.heading}>
        {t('origins')}
      </h2>
      <p className={classes.words}>{t('originsWords')}</p>
      <ul role="list" className={classes.trees}>
        {trees.map((tree) => (
          <li key={tree.source.id} className={classes.card}>
            <p className={classes.count}>{t('countedOnce', { count: sizeOf(tree) })}</p>
            <ul role="list" className={classes.tree}>
              <Branch node={tree} isRoot />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Branch({ node, isRoot = false }: { node: OriginNode; isRoot?: boolean }) {
  const { t } = useTranslation(['sources', 'terms']);
  const { source, relays } = node;
  return (
    <li>
      <div className={classes.node} data-root={isRoot || undefined}>
        {isRoot && <IconArrowBarToDown size={15} aria-hidden />}
        <Link to="/sources/$sourceId" params={{ sourceId: source.id }}>
          {source.name === null ? t('nameWithheld') : <Foreign>{source.name}</Foreign>}
        </Link>
        <span className={classes.type}>{t(`terms:source.${source.type}`)}</span>
      </div>
      {relays.length > 0 && (
        <ul role="list" className={classes.tree}>
          {relays.map((relay) => (
            <Branch key={relay.source.id} node={relay} />
          ))}
        </ul>
      )}
    </li>
  );
}
