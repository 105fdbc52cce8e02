import type { Claim } from '#client';
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listOf, newsroomQuery } from '../claim/claim.queries.js';
import type { Gender } from '../claim/claim.standing.js';
import { useScale } from '../claim/rating.scale.js';
import classes from '../form/form.module.css';
import { useMembers } from '../session/session.query.js';
import type { Requirement } from './requirement.list.js';

type Texts = Readonly<Record<string, string>>;
interface TextsProps {
  readonly value: Texts;
  readonly onChange: (texts: Texts) => void;
}

/** The reasons that were given, as the member of a request; nothing where none was. */
export function given<T>(name: string, texts: Texts, make: (key: string, text: string) => T) {
  const list = Object.entries(texts).filter(([, text]) => text.trim());
  return list.length > 0 ? { [name]: list.map(([key, text]) => make(key, text)) } : {};
}

/** One reason for each requirement that the policy lets an editor set aside by name. */
export function Exceptions({ missing, value, onChange }: TextsProps & { missing: readonly Requirement[] }) {
  const { t } = useTranslation('article');
  const { data } = useQuery(newsroomQuery);
  const open = missing.filter(({ name }) => data?.policy.overridable.includes(name));
  if (open.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>{t('decision.exceptions')}</summary>
      <div>
        {open.map(({ name }) => (
          <Textarea
            key={name}
            label={t('decision.exception', { requirement: t(`terms:requirement.${name}`) })}
            description={t('decision.exceptionHint')}
            value={value[name] ?? ''}
            onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
            rows={2}
            dir="auto"
          />
        ))}
      </div>
    </details>
  );
}

interface AdjudicationProps extends TextsProps {
  readonly claim: Claim;
  readonly kind: 'draft' | 'external';
  readonly gender: Gender;
}

/** Why each disputing verdict does not stand in the way: one by one, never by outvoting. */
export function Adjudication({ claim, kind, gender, value, onChange }: AdjudicationProps) {
  const { t } = useTranslation('article');
  const members = useMembers();
  const { labelOf } = useScale(kind, gender);
  const verdicts = useQuery(listOf('listVerdicts', claim.id));
  const disputing = verdicts.data?.filter(
    ({ stance, withdrawn, superseded, outdated }) => stance === 'disputes' && !withdrawn && !superseded && !outdated,
  );
  return (
    <>
      {disputing?.map((verdict) => (
        <Textarea
          key={verdict.id}
          label={t('decision.adjudicate', {
            rating: labelOf(verdict.rating),
            name: members.get(verdict.reviewerId)?.name ?? '',
          })}
          description={verdict.rationale}
          value={value[verdict.id] ?? ''}
          onChange={(event) => onChange({ ...value, [verdict.id]: event.currentTarget.value })}
          rows={2}
          dir="auto"
        />
      ))}
    </>
  );
}
