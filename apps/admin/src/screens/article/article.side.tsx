import { lazy, type RefObject, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../state/states.js';
import type { Way } from './article.attention.js';
import type { View } from './article.room.js';
import classes from './article.screen.module.css';
import { ClaimList } from './panel/claim.list.js';
import { ClaimPanel } from './panel/claim.panel.js';

const GatePanel = lazy(() => import('./gate/gate.panel.js').then(({ GatePanel: panel }) => ({ default: panel })));

interface Props {
  readonly way: Way;
  readonly view: View;
  readonly onView: (view: View) => void;
  /** Where the list is searched. */
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Beside the text: the claim one is on, else the gate where that is asked for, else the list of claims. */
export function ArticleSide({ way, view, onView, search }: Props) {
  const { t } = useTranslation('article');
  const { drawn, shown, filter, setFilter } = way;
  return (
    <aside className={classes.side} data-open={drawn !== undefined || view === 'gate'} aria-label={t('side')}>
      {view === 'gate' && !drawn ? (
        <Suspense fallback={<Loading />}>
          <GatePanel onClose={() => onView('text')} />
        </Suspense>
      ) : drawn ? (
        <ClaimPanel claim={drawn} place={way.place} onStep={way.step} />
      ) : (
        <ClaimList claims={shown} filter={filter} onFilter={setFilter} search={search} />
      )}
    </aside>
  );
}

/** How many pictures may pass before the list, which is drawn when the hand rests, stands in the panel's place. */
const PATIENCE = 120;

export function focusWhenDrawn(field: RefObject<HTMLInputElement | null>, left = PATIENCE): void {
  if (field.current) field.current.focus();
  else if (left > 0) requestAnimationFrame(() => focusWhenDrawn(field, left - 1));
}
