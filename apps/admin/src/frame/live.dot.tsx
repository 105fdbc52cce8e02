import { useTranslation } from 'react-i18next';
import { liveState } from '../live/live.state.js';
import { useSignal } from '../state/signal.js';
import classes from './live.dot.module.css';

/** Whether the screen follows what others do, in words and by a mark. */
export function LiveDot() {
  const { t } = useTranslation('frame');
  const state = useSignal(liveState);
  return (
    <p className={classes.live} data-state={state} role="status" title={t(`live.${state}.hint`)}>
      <span className={classes.dot} aria-hidden />
      <span>{t(`live.${state}.name`)}</span>
    </p>
  );
}
