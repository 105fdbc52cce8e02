import type { Newsroom, Policy, Scale } from '#client';
import { CLAIM_KINDS } from '#domain';
import { useTranslation } from 'react-i18next';
import { type Change, ConflictNotice } from '../../state/conflict.notice.js';
import type { Overtaken } from '../../state/stale.write.js';
import { Foreign } from '../../text/foreign.js';
import { formatNumber } from '../../text/numerals.js';
import { usePolicyWords } from './policy.words.js';

interface Props {
  readonly overtaken: Overtaken<Newsroom> | null;
  readonly onAgain: () => void;
  readonly onForget: () => void;
}

/** What a colleague changed of the newsroom's rules and scales meanwhile. */
export function NewsroomConflict({ overtaken, onAgain, onForget }: Props) {
  const changesOf = useNewsroomChanges();
  if (overtaken === null) return null;
  return <ConflictNotice changes={changesOf(overtaken)} onAgain={onAgain} onForget={onForget} />;
}

function useNewsroomChanges() {
  const { t, i18n } = useTranslation(['settings', 'terms']);
  const language = i18n.language === 'en' ? 'en' : 'ar';
  const wordsOf = usePolicyWords();
  const listed = (policy: Policy, kind: (typeof CLAIM_KINDS)[number]) =>
    policy.checklists[kind].map((line) => line[language]).join(' · ') || t('nothing');
  const rated = (scale: Scale) =>
    new Map(
      scale.ratings.map(({ key, stance, value, media, ar, en }) => {
        // all that is written, for a colleague may have changed the language that is not mine
        const labels = [ar, en, ...(media ? [media.ar, media.en] : [])];
        const written = new Set(labels.flatMap(({ masculine, feminine }) => [masculine, feminine]));
        const number = value === null ? [] : [formatNumber(value, i18n.language)];
        return [key, [...written, t(`terms:stance.${stance}`), ...number].join(' · ')];
      }),
    );
  return ({ before, now }: Overtaken<Newsroom>): Change[] => {
    const after = new Map(wordsOf(now.policy).map(({ name, words }) => [name, words]));
    const rules = wordsOf(before.policy).map(({ name, words }) => told(t(`rule.${name}.name`), words, after.get(name)));
    const lists = CLAIM_KINDS.map((kind) =>
      told(
        `${t('rule.checklists.name')}: ${t(`terms:kind.${kind}`)}`,
        listed(before.policy, kind),
        listed(now.policy, kind),
      ),
    );
    const labels = (['external', 'draft'] as const).flatMap((kind) => {
      const [was, is] = [rated(before.scale[kind]), rated(now.scale[kind])];
      return [...new Set([...was.keys(), ...is.keys()])].map((key) =>
        told(`${t(`scale.${kind}`)}: ${key}`, was.get(key) ?? t('nothing'), is.get(key) ?? t('nothing')),
      );
    });
    return [told(t('name'), before.name, now.name), ...rules, ...lists, ...labels].flat();
  };
}

function told(name: string, was: string, is: string | undefined): Change[] {
  if (is === undefined || was === is) return [];
  return [{ name, before: <Foreign>{was}</Foreign>, after: <Foreign>{is}</Foreign> }];
}
