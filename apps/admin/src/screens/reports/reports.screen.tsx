import type { Report } from '#client';
import { Button } from '@mantine/core';
import { IconDownload, IconEye, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { useArticleTitles } from '../../list/article.titles.js';
import { ListBody } from '../../list/list.body.js';
import { usePages } from '../../list/pages.query.js';
import { useMay, useMembers } from '../../session/session.query.js';
import { Empty } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { formatNumber } from '../../text/numerals.js';
import { ReportForm } from './report.form.js';
import { ReportPreview } from './report.preview.js';
import classes from './reports.module.css';

/** Reports: have one made, see how far it is, look at it, save it. */
export function ReportsScreen() {
  const { t } = useTranslation('reports');
  const may = useMay();
  const reports = usePages(keys.reports, (cursor, signal) =>
    api().call('listReports', { query: { limit: 20, ...cursor }, signal }),
  );
  const [shown, setShown] = useState<Report | null>(null);
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')} />
      <div className={classes.columns}>
        {may('createReport') && <ReportForm />}
        <section aria-labelledby="made" className={classes.made}>
          <h2 id="made" className={classes.heading}>
            {t('made')}
          </h2>
          <ListBody
            pages={reports}
            empty={
              <Empty icon={<IconFileText size={36} stroke={1.25} aria-hidden />} title={t('empty')}>
                {t('emptyWords')}
              </Empty>
            }
          >
            {(items) => (
              <ul role="list">
                {items.map((report) => (
                  <li key={report.id}>
                    <ReportCard report={report} onShow={() => setShown(report)} />
                  </li>
                ))}
              </ul>
            )}
          </ListBody>
        </section>
      </div>
      {shown && <ReportPreview report={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function ReportCard({ report, onShow }: { report: Report; onShow: () => void }) {
  const { t, i18n } = useTranslation(['reports', 'terms']);
  const members = useMembers();
  return (
    <article className={classes.report}>
      <header>
        <h3 className={classes.scope}>
          <ScopeName report={report} />
        </h3>
        <p className={classes.facts}>
          {t(`terms:language.${report.language}`)} · <Moment at={report.createdAt} />
          {members.has(report.requestedBy) && (
            <>
              {' · '}
              <Foreign>{members.get(report.requestedBy)!.name}</Foreign>
            </>
          )}
        </p>
      </header>
      {report.status === 'done' ? (
        <div className={classes.files}>
          {report.files.map((file) => (
            <Button
              key={file.name}
              component="a"
              href={`/api/v1/reports/${report.id}/files/${encodeURIComponent(file.name)}`}
              download={file.savedAs}
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              title={`SHA-256 ${file.sha256}`}
            >
              <bdi dir="ltr">{file.name}</bdi>{' '}
              <span className={classes.bytes}>{t('kilobytes', { size: kilobytes(file.bytes, i18n.language) })}</span>
            </Button>
          ))}
          {report.files.some(({ format }) => format === 'html') && (
            <Button size="compact-sm" variant="light" leftSection={<IconEye size={14} aria-hidden />} onClick={onShow}>
              {t('preview')}
            </Button>
          )}
        </div>
      ) : (
        <ReportProgress report={report} />
      )}
    </article>
  );
}

function ReportProgress({ report }: { report: Report }) {
  const { t, i18n } = useTranslation('reports');
  if (report.status === 'failed') {
    return (
      <p className={classes.failed} role="alert">
        {t('failed')} {report.failure !== null && <Foreign>{report.failure}</Foreign>}
      </p>
    );
  }
  const share = report.progress > 1 ? report.progress / 100 : report.progress;
  return (
    <div className={classes.progress}>
      <progress
        value={report.status === 'queued' ? undefined : share}
        max={1}
        aria-label={t(`status.${report.status}`)}
      />
      <span role="status">
        {t(`status.${report.status}`)}
        {report.status === 'running' && ` ${formatNumber(share, i18n.language, { style: 'percent' })}`}
      </span>
    </div>
  );
}

function ScopeName({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const titles = useArticleTitles();
  if ('articleId' in report.scope) {
    const article = titles.get(report.scope.articleId);
    return article ? <Foreign>{article.title}</Foreign> : <>{t('anArticle')}</>;
  }
  if ('claimIds' in report.scope) return <>{t('someClaims', { count: report.scope.claimIds.length })}</>;
  return <>{t('filtered')}</>;
}

const kilobytes = (bytes: number, language: string) => formatNumber(Math.max(1, Math.round(bytes / 1024)), language);
