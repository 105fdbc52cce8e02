import { Link, Outlet } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NAVIGATION, type NavigationEntry, SOMEWHERE } from '../app/navigation.js';
import { followLive } from '../live/live.follow.js';
import { useMay } from '../session/session.query.js';
import { SessionGuard } from '../session/session.guard.js';
import { factorDemanded } from '../session/session.state.js';
import { useSignal } from '../state/signal.js';
import { Loading } from '../state/states.js';
import classes from './frame.module.css';
import { LanguageSwitch } from './language.switch.js';
import { LiveDot } from './live.dot.js';
import { MemberMenu } from './member.menu.js';
import { MoreMenu } from './more.menu.js';

// few ever meet it: not among what every start loads
const EnrolmentGuard = lazy(async () => ({
  default: (await import('../screens/settings/factor/enrolment.guard.js')).EnrolmentGuard,
}));

/** The rail with the screens beside the screen that is open; on a phone a bar at the foot. */
export function Frame() {
  const { t } = useTranslation('frame');
  const may = useMay();
  const entries = NAVIGATION.filter(({ operation }) => operation === undefined || may(operation, SOMEWHERE));
  const isDemanded = useSignal(factorDemanded);
  useLive();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#screen">
        {t('skip')}
      </a>
      <header className={classes.rail}>
        <Link to="/" className={classes.name} aria-label={t('home')}>
          {t('name')}
        </Link>
        <nav aria-label={t('navigation.label')} className={classes.navigation}>
          {entries.map((entry) => (
            <RailLink key={entry.key} entry={entry} />
          ))}
          <MoreMenu entries={entries.filter(({ onPhone }) => !onPhone)} className={classes.phoneOnly} />
        </nav>
        <div className={classes.foot}>
          <LiveDot />
          <LanguageSwitch className={classes.language} />
          <MemberMenu />
        </div>
      </header>
      <main id="screen" className={classes.screen} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <SessionGuard />
      {isDemanded && (
        <Suspense fallback={null}>
          <EnrolmentGuard />
        </Suspense>
      )}
    </div>
  );
}

function RailLink({ entry: { key, path, icon: Icon, onPhone } }: { entry: NavigationEntry }) {
  const { t } = useTranslation('frame');
  return (
    <Link to={path} className={classes.link} data-on-phone={onPhone} activeProps={{ 'data-active': true }}>
      <Icon size={19} stroke={1.6} aria-hidden />
      <span>{t(`navigation.${key}`)}</span>
    </Link>
  );
}

function useLive(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    void followLive(cache, leaving.signal);
    return () => leaving.abort();
  }, [cache]);
}
