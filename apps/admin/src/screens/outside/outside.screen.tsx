import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../../frame/screen.header.js';
import { useMay } from '../../session/session.query.js';
import { Complaints } from './complaints.js';
import { Notices } from './notices.js';
import classes from './outside.module.css';

/** What comes from outside and makes us look again: complaints of those concerned, and what publishers take back. */
export function OutsideScreen() {
  const { t } = useTranslation('outside');
  const may = useMay();
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')} />
      <div className={classes.columns}>
        {may('listCorrectionRequests') && <Complaints />}
        <Notices />
      </div>
    </>
  );
}
