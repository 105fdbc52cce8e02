import type { Answer } from '#client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../../list/list.module.css';
import { Failure, Loading } from '../../../state/states.js';
import { Moment } from '../../../text/moment.js';
import classes from '../settings.module.css';
import { EnrolForm } from './enrol.form.js';
import { factorQuery } from './factor.query.js';
import { RecoveryCodes } from './recovery.codes.js';
import { RemoveForm } from './remove.form.js';
import { RenewForm } from './renew.form.js';

type Factor = Answer<'getSecondFactor'>;
type Doing = 'enrol' | 'renew' | 'remove' | null;
/** From this many recovery codes on, new ones are advised. */
const FEW = 3;

/** The second step of my sign-in: setting it up, the recovery codes, and turning it off. */
export function SecondFactor() {
  const { t } = useTranslation('factor');
  const factor = useQuery(factorQuery);
  const [doing, setDoing] = useState<Doing>(null);
  /** Recovery codes just made; null once they are kept, undefined where they did not arrive. */
  const [codes, setCodes] = useState<readonly string[] | null | undefined>(null);
  const close = () => setDoing(null);
  const show = (made: readonly string[] | undefined) => {
    setCodes(made);
    setDoing(null);
  };
  return (
    <section className={classes.card} aria-labelledby="second-factor">
      <h2 id="second-factor">{t('title')}</h2>
      <p className={list.quiet}>{t('words')}</p>
      {factor.isPending && <Loading lines={2} />}
      {factor.isError && <Failure error={factor.error} retry={() => void factor.refetch()} />}
      {codes !== null && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {factor.data && codes === null && <Standing factor={factor.data} />}
      {doing === 'enrol' && <EnrolForm onCodes={show} onClose={close} />}
      {doing === 'renew' && <RenewForm onCodes={show} onClose={close} />}
      {doing === 'remove' && <RemoveForm onClose={close} />}
      {factor.data && doing === null && !codes && <Ways factor={factor.data} onDo={setDoing} />}
    </section>
  );
}

function Standing({ factor }: { factor: Factor }) {
  const { t } = useTranslation('factor');
  if (factor.status !== 'in-use') return <p>{t('off')}</p>;
  return (
    <div>
      <p>
        <strong className={classes.now}>{t('on')}</strong>{' '}
        {factor.confirmedAt && <Moment at={factor.confirmedAt} as="date" />} ·{' '}
        {t('left', { count: factor.recoveryCodesLeft })}
      </p>
      {factor.recoveryCodesLeft <= FEW && <p className={list.quiet}>{t('few')}</p>}
    </div>
  );
}

function Ways({ factor, onDo }: { factor: Factor; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('factor');
  return (
    <div className={list.buttons}>
      {factor.status === 'in-use' ? (
        <>
          <Button variant="default" onClick={() => onDo('renew')}>
            {t('renew')}
          </Button>
          <Button variant="default" onClick={() => onDo('remove')}>
            {t('remove')}
          </Button>
        </>
      ) : (
        <Button onClick={() => onDo('enrol')}>{t('setUp')}</Button>
      )}
    </div>
  );
}
