import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../../frame/screen.header.js';
import list from '../../list/list.module.css';
import { useMay } from '../../session/session.query.js';
import { Loading } from '../../state/states.js';
import { Complaints, useComplaints } from './complaints.js';
import { Notices, useNotices } from './notices.js';

/** What comes from outside and makes us look again: complaints of those concerned, and what publishers take back. */
export function OutsideScreen() {
  const { t } = useTranslation('outside');
  const may = useMay();
  const complains = may('listCorrectionRequests');
  const complaints = useComplaints(true, complains);
  const notices = useNotices();
  // Both at once: one that comes later would move the other.
  const [waits, setWaits] = useState(true);
  if (waits && !complaints.isPending && !notices.isPending) setWaits(false);
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')} />
      {waits ? (
        <Loading />
      ) : (
        <div className={list.cards}>
          {complains && <Complaints />}
          <Notices />
        </div>
      )}
    </>
  );
}
