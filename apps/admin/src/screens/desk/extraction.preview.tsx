import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { Failure, Loading } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Steps } from '../../text/steps.js';
import classes from './desk.module.css';

interface Props {
  readonly content: { readonly text: string } | { readonly html: string };
  readonly particulars: { readonly language: 'ar' | 'en'; readonly title?: string; readonly outlet?: string };
}

/** What extraction finds in a text while it is being pasted; the server's own answer, nothing stored. */
export function ExtractionPreview({ content, particulars }: Props) {
  const { t } = useTranslation('desk');
  const [asked] = useDebouncedValue(JSON.stringify({ ...content, ...particulars }), 400);
  const body = JSON.parse(asked) as Props['content'] & Props['particulars'];
  const isEmpty = ('text' in body ? body.text : body.html).trim() === '';
  const found = useQuery({
    queryKey: ['extraction', asked],
    queryFn: ({ signal }) => api().call('createExtraction', { body, signal }),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  return (
    <section className={classes.preview} aria-label={t('preview.title')} aria-live="polite">
      <h3 className={classes.previewTitle}>{t('preview.title')}</h3>
      {isEmpty && <p className={classes.soft}>{t('preview.empty')}</p>}
      {!isEmpty && found.isPending && <Loading lines={5} />}
      {!isEmpty && found.isError && <Failure error={found.error} />}
      {!isEmpty && found.data && (
        <>
          {found.data.title && (
            <p>
              <span className={classes.soft}>{t('preview.headline')}</span> <Foreign>{found.data.title.text}</Foreign>
            </p>
          )}
          <p className={classes.soft}>
            {t('preview.claims', { count: found.data.claims.length })}
            {found.data.setAside.length > 0 && ` · ${t('preview.aside', { count: found.data.setAside.length })}`}
          </p>
          <ol role="list" className={classes.found}>
            {found.data.claims.map((claim) => (
              <li key={`${claim.start} ${claim.end}`} className={classes.claim}>
                <span className={classes.tier} data-tier={claim.tier} title={t(`terms:tierLong.${claim.tier}`)}>
                  {t(`terms:tier.${claim.tier}`)}
                </span>
                <Foreign className={classes.quote}>{claim.quote}</Foreign>
                <span className={classes.who}>
                  {claim.attribution && claim.attribution.links.length > 0 ? (
                    <Steps of={claim.attribution.links.map(({ name }) => name)} />
                  ) : (
                    t('preview.ownVoice')
                  )}
                  {' · '}
                  {t(`terms:kind.${claim.kind}`)}
                </span>
              </li>
            ))}
          </ol>
          {found.data.setAside.length > 0 && (
            <details>
              <summary className={classes.soft}>{t('preview.asideTitle')}</summary>
              {found.data.setAside.map((part) => (
                <p key={part.start} className={classes.aside}>
                  <Foreign>{part.text.slice(0, 200)}</Foreign>
                </p>
              ))}
            </details>
          )}
        </>
      )}
    </section>
  );
}
