import type { Input } from '#client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { newsroomQuery } from '../../claim/claim.queries.js';
import { say } from '../../state/toast.js';
import type { Language } from '../../text/i18n.js';

type Format = Input<'createReport'>['body']['formats'][number];
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

/** A report as it is asked for: of one article or of all claims in some states, in which language and which files. */
export function useReportRequest() {
  const { i18n } = useTranslation('reports');
  const search: { article?: string } = useSearch({ strict: false });
  const [kind, setKind] = useState<'article' | 'filter'>('article');
  const [articleId, setArticle] = useState<string | null>(search.article ?? null);
  const [states, setStates] = useState<string[]>(['verified', 'disputed']);
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'ar');
  const { offered, formats, setFormats } = useFormats();
  return {
    kind,
    setKind,
    articleId,
    setArticle,
    states,
    setStates,
    language,
    setLanguage,
    offered,
    formats,
    setFormats,
    scope: kind === 'article' ? { articleId: articleId ?? '' } : { filter: { state: states } },
    isWhole: formats.length > 0 && (kind === 'article' ? articleId !== null : states.length > 0),
  };
}

export type ReportRequest = ReturnType<typeof useReportRequest>;

/** The files that are wanted, among those this newsroom's server can make. */
function useFormats() {
  const [wanted, setFormats] = useState<string[]>(['html', 'pdf']);
  const { data: newsroom } = useQuery(newsroomQuery);
  const offered = FORMATS.filter((format) => newsroom?.reportFormats.includes(format) ?? true);
  return { offered, formats: wanted.filter((format) => offered.some((one) => one === format)), setFormats };
}

export function useAsking({ scope, formats, language }: ReportRequest) {
  const { t } = useTranslation('reports');
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api().call('createReport', { body: { scope, formats: formats as Format[], language } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.reports });
      say(t('asked'));
    },
  });
}
