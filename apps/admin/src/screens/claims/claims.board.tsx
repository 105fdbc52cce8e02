import type { ClaimItem } from '#client';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { genderOf } from '../../claim/claim.standing.js';
import { StandingIcon, StandingMark } from '../../claim/standing.mark.js';
import { useArticleTitles } from '../../list/article.titles.js';
import { ListBody } from '../../list/list.body.js';
import { usePages } from '../../list/pages.query.js';
import { Foreign } from '../../text/foreign.js';
import { type ClaimsView, filterOf } from './claims.view.js';
import classes from './claims.module.css';

const COLUMNS = [
  { standing: 'proposed', query: { disposition: 'proposed' } },
  { standing: 'needs-source', query: { disposition: 'active', state: 'needs-source' } },
  { standing: 'disputed', query: { disposition: 'active', state: 'disputed' } },
  { standing: 'verified', query: { disposition: 'active', state: 'verified' } },
] as const;

/** A column for each standing. Cards are not dragged: what moves a claim is a decision, with its requirements. */
export function ClaimsBoard({ view }: { view: ClaimsView }) {
  return (
    <div className={classes.board}>
      {COLUMNS.map((column) => (
        <Column key={column.standing} {...column} view={view} />
      ))}
    </div>
  );
}

function Column({ standing, query, view }: (typeof COLUMNS)[number] & { view: ClaimsView }) {
  const { t } = useTranslation(['claims', 'terms']);
  const { state: _state, disposition: _disposition, ...rest } = filterOf(view);
  const filter = { ...rest, ...query };
  const claims = usePages(keys.claimList({ ...filter, as: 'column' }), (cursor, signal) =>
    api().call('listClaims', { query: { limit: 20, sort: '-updatedAt', ...filter, ...cursor }, signal }),
  );
  return (
    <section className={classes.column} aria-labelledby={`column-${standing}`}>
      <h2 id={`column-${standing}`} className={classes.columnName}>
        <StandingIcon standing={standing} /> {t(`terms:state.${standing}.m`)}
      </h2>
      <ListBody pages={claims} empty={<p className={classes.nothing}>{t('noneHere')}</p>}>
        {(items: readonly ClaimItem[]) => (
          <ul role="list" className={classes.cards}>
            {items.map((claim) => (
              <li key={claim.id}>
                <Card claim={claim} says={standing === 'verified'} />
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </section>
  );
}

/** `says`: whether the standing has more to say than the column's name. */
function Card({ claim, says }: { claim: ClaimItem; says: boolean }) {
  const { t } = useTranslation('terms');
  const article = useArticleTitles().get(claim.articleId);
  return (
    <Link
      to="/articles/$articleId"
      params={{ articleId: claim.articleId }}
      search={{ claim: claim.id }}
      className={classes.card}
    >
      <span className={classes.cardWords}>
        <Foreign>{claim.quote}</Foreign>
      </span>
      <span className={classes.cardFoot}>
        {says ? (
          <StandingMark claim={claim} gender={genderOf(article?.kind ?? 'external')} />
        ) : (
          <span>{t(`kind.${claim.kind}`)}</span>
        )}
        <span title={t(`tierLong.${claim.tier}`)}>{t(`tier.${claim.tier}`)}</span>
      </span>
      {article && (
        <span className={classes.cardArticle}>
          <Foreign>{article.title}</Foreign>
        </span>
      )}
    </Link>
  );
}
