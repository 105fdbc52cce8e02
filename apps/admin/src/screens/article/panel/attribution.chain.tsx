import type { ClaimItem } from '#client';
import { IconBuildingBroadcastTower, IconFileText, IconUser, IconUserQuestion } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../../text/foreign.js';
import classes from './attribution.chain.module.css';

type Link = NonNullable<ClaimItem['attribution']>['links'][number];
const ICONS: Readonly<Record<Link['role'], ComponentType<{ size?: number; stroke?: number }>>> = {
  speaker: IconUser,
  outlet: IconBuildingBroadcastTower,
  document: IconFileText,
};

/** Who said it, through whom it came: from the one nearest the event to the article, as links of a chain. */
export function AttributionChain({ claim: { attribution } }: { claim: ClaimItem }) {
  const { t } = useTranslation('article');
  if (attribution === null || attribution.links.length === 0) {
    return (
      <div className={classes.none}>
        <span className={classes.heading}>{t('chain.title')}</span>
        {attribution ? t('chain.cueOnly', { cue: attribution.cue }) : t('chain.none')}
      </div>
    );
  }
  return (
    <figure className={classes.chain} aria-label={t('chain.title')}>
      <figcaption className={classes.heading}>
        {t('chain.title')}
        <span className={classes.cue}>
          {/\p{L}/u.test(attribution.cue) && (
            <>
              «<Foreign>{attribution.cue}</Foreign>» ·{' '}
            </>
          )}
          {t(`chain.stance.${attribution.stance}`)}
          {attribution.negated && ` · ${t('chain.negated')}`}
        </span>
      </figcaption>
      <ol role="list" className={classes.links}>
        {attribution.links.map((link, index) => (
          <ChainLink key={index} link={link} anonymous={attribution.anonymous && link.role === 'speaker'} />
        ))}
        <li className={classes.link} data-end="true">
          <span className={classes.ring} aria-hidden />
          <span className={classes.name}>{t('chain.article')}</span>
        </li>
      </ol>
      {attribution.sourceCount !== null && attribution.sourceCount > 1 && (
        <p className={classes.note}>{t('chain.sources', { count: attribution.sourceCount })}</p>
      )}
    </figure>
  );
}

function ChainLink({ link: { role, name, type }, anonymous }: { link: Link; anonymous: boolean }) {
  const { t } = useTranslation('article');
  const Icon = anonymous ? IconUserQuestion : ICONS[role];
  return (
    <li className={classes.link} data-anonymous={anonymous}>
      <span className={classes.ring} aria-hidden>
        <Icon size={14} stroke={1.8} />
      </span>
      <span>
        <Foreign className={classes.name}>{name}</Foreign>
        <span className={classes.role}>
          {t(`chain.role.${role}`)}
          {anonymous && ` · ${t('chain.anonymous')}`}
          {!anonymous && type in KNOWN && ` · ${t(`terms:source.${type}`)}`}
        </span>
      </span>
    </li>
  );
}
/** Kinds of sources that the glossary has words for. */
const KNOWN: Readonly<Record<string, true>> = {
  outlet: true,
  agency: true,
  person: true,
  institution: true,
  government: true,
  document: true,
  dataset: true,
  recording: true,
  observation: true,
  social: true,
};
