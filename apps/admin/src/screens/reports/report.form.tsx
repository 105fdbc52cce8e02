import type { Input } from '#client';
import { Button, Checkbox, Radio, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { newsroomQuery } from '../../claim/claim.queries.js';
import { useArticleTitles } from '../../list/article.titles.js';
import list from '../../list/list.module.css';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import type { Language } from '../../text/i18n.js';
import classes from './reports.module.css';

type ReportRequest = Input<'createReport'>['body'];
type Format = ReportRequest['formats'][number];
const FORMATS: readonly Format[] = [
  'html',
  'pdf',
  'docx',
  'xlsx',
  'csv',
  'json',
  'claimreview',
  'bundle',
  'verdicts-csv',
  'verdicts-json',
];
const STATES = ['needs-source', 'verified', 'disputed'] as const;

/** What the report is on, in which language and which files. */
export function ReportForm() {
  const { t, i18n } = useTranslation(['reports', 'terms']);
  const cache = useQueryClient();
  const titles = useArticleTitles();
  const search: { article?: string } = useSearch({ strict: false });
  const [kind, setKind] = useState<'article' | 'filter'>('article');
  const [articleId, setArticle] = useState<string | null>(search.article ?? null);
  const [states, setStates] = useState<string[]>(['verified', 'disputed']);
  const [wanted, setFormats] = useState<string[]>(['html', 'pdf']);
  const { data: newsroom } = useQuery(newsroomQuery);
  const offered = FORMATS.filter((format) => newsroom?.reportFormats.includes(format) ?? true);
  const formats = wanted.filter((format) => offered.some((one) => one === format));
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'ar');
  const scope = kind === 'article' ? { articleId: articleId ?? '' } : { filter: { state: states } };
  const asking = useMutation({
    mutationFn: () => api().call('createReport', { body: { scope, formats: formats as Format[], language } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.reports });
      say(t('asked'));
    },
  });
  const isWhole = formats.length > 0 && (kind === 'article' ? articleId !== null : states.length > 0);
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
      <Radio.Group label={t('scope')} value={kind} onChange={(value) => setKind(value)}>
        <div className={classes.choices}>
          <Radio value="article" label={t('ofArticle')} />
          <Radio value="filter" label={t('ofStates')} />
        </div>
      </Radio.Group>
      {kind === 'article' ? (
        <Select
          label={t('article')}
          placeholder={t('chooseArticle')}
          data={[...titles.values()].map(({ id, title }) => ({ value: id, label: title }))}
          value={articleId}
          onChange={setArticle}
          nothingFoundMessage={t('noArticle')}
          searchable
          required
        />
      ) : (
        <Checkbox.Group label={t('states')} value={states} onChange={setStates}>
          <div className={classes.choices}>
            {STATES.map((state) => (
              <Checkbox key={state} value={state} label={t(`terms:state.${state}.m`)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Radio.Group label={t('language')} value={language} onChange={(value) => setLanguage(value)}>
        <div className={classes.choices}>
          <Radio value="ar" label={t('terms:language.ar')} />
          <Radio value="en" label={t('terms:language.en')} />
        </div>
      </Radio.Group>
      <Checkbox.Group label={t('formats')} value={formats} onChange={setFormats}>
        <div className={classes.formats}>
          {offered.map((format) => (
            <Checkbox
              key={format}
              value={format}
              label={t(`format.${format}.name`)}
              description={t(`format.${format}.for`)}
            />
          ))}
        </div>
      </Checkbox.Group>
      <ProblemNotice error={asking.error} />
      <div className={list.buttons}>
        <Button type="submit" disabled={!isWhole} loading={asking.isPending}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}
