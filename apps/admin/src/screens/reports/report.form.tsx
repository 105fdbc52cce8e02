import { Button, Checkbox, Radio, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useArticleTitles } from '../../list/article.titles.js';
import list from '../../list/list.module.css';
import { ProblemNotice } from '../../state/states.js';
import { type ReportRequest, useAsking, useReportRequest } from './report.request.js';
import classes from './reports.module.css';

const STATES = ['needs-source', 'verified', 'disputed'] as const;

/** What the report is on, in which language and which files. */
export function ReportForm() {
  const { t } = useTranslation(['reports', 'terms']);
  const request = useReportRequest();
  const asking = useAsking(request);
  return (
    <form
      className={classes.form}
      aria-labelledby="new-report"
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate();
      }}
    >
      <h2 id="new-report" className={classes.heading}>
        {t('new')}
      </h2>
      <ScopeFields request={request} />
      <FileFields request={request} />
      <ProblemNotice error={asking.error} />
      <div className={list.buttons}>
        <Button type="submit" disabled={!request.isWhole} loading={asking.isPending}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}

/** What it is on: one article, or every claim in some states. */
function ScopeFields({ request }: { request: ReportRequest }) {
  const { t } = useTranslation(['reports', 'terms']);
  const titles = useArticleTitles();
  return (
    <>
      <Radio.Group label={t('scope')} value={request.kind} onChange={(value) => request.setKind(value)}>
        <div className={classes.choices}>
          <Radio value="article" label={t('ofArticle')} />
          <Radio value="filter" label={t('ofStates')} />
        </div>
      </Radio.Group>
      {request.kind === 'article' ? (
        <Select
          label={t('article')}
          placeholder={t('chooseArticle')}
          data={[...titles.values()].map(({ id, title }) => ({ value: id, label: title }))}
          value={request.articleId}
          onChange={request.setArticle}
          nothingFoundMessage={t('noArticle')}
          searchable
          required
        />
      ) : (
        <Checkbox.Group label={t('states')} value={request.states} onChange={request.setStates}>
          <div className={classes.choices}>
            {STATES.map((state) => (
              <Checkbox key={state} value={state} label={t(`terms:state.${state}.m`)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}

/** In which language it is written, and as which files. */
function FileFields({ request }: { request: ReportRequest }) {
  const { t } = useTranslation(['reports', 'terms']);
  return (
    <>
      <Radio.Group label={t('language')} value={request.language} onChange={(value) => request.setLanguage(value)}>
        <div className={classes.choices}>
          <Radio value="ar" label={t('terms:language.ar')} />
          <Radio value="en" label={t('terms:language.en')} />
        </div>
      </Radio.Group>
      <Checkbox.Group label={t('formats')} value={request.formats} onChange={request.setFormats}>
        <div className={classes.formats}>
          {request.offered.map((format) => (
            <Checkbox
              key={format}
              value={format}
              label={t(`format.${format}.name`)}
              description={t(`format.${format}.for`)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
