import type { Report } from '#client';
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './reports.module.css';

/** The report as its readers will see it, in a frame that may run, load and reach nothing. */
export function ReportPreview({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation(['reports', 'frame']);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(64rem, 94vw)"
      title={t('preview')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <iframe
        className={classes.frame}
        title={t('preview')}
        src={`/api/v1/reports/${report.id}/preview`}
        sandbox=""
        referrerPolicy="no-referrer"
      />
    </Modal>
  );
}
