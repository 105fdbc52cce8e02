import type { Source } from '#client';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../state/conflict.notice.js';
import type { Overtaken } from '../../state/stale.write.js';
import { Foreign } from '../../text/foreign.js';

/** What a colleague changed in a source meanwhile, in words. */
export function useSourceChanges(): (overtaken: Overtaken<Source>) => Change[] {
  const { t } = useTranslation(['sources', 'terms', 'frame']);
  const none = <>{t('frame:conflict.nothing')}</>;
  const theirs = (text: string | null) => (text ? <Foreign>{text}</Foreign> : none);
  return ({ before, now }) => {
    const changed = (member: keyof Source) => JSON.stringify(before[member]) !== JSON.stringify(now[member]);
    const told = (member: keyof Source, name: string, show: (source: Source) => React.ReactNode) =>
      changed(member) ? [{ name, before: show(before), after: show(now) }] : [];
    return [
      ...told('name', t('name'), ({ name }) => theirs(name)),
      ...told('type', t('type'), ({ type }) => t(`terms:source.${type}`)),
      ...told('url', t('url'), ({ url }) => theirs(url)),
      ...told('aliases', t('aliases'), ({ aliases }) => theirs(aliases.join(' · '))),
      ...told('confidential', t('confidential'), ({ confidential }) => (confidential ? '✓' : '–')),
    ];
  };
}
