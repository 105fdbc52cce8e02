import type { Policy } from '#client';
import { amendPolicy, type PolicyPreset } from '#domain';
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { usePolicyWords } from './policy.words.js';
import classes from './settings.module.css';

const PRESETS: readonly PolicyPreset[] = ['small-desk', 'standard', 'strict'];

interface Props {
  readonly policy: Policy;
  readonly busy: boolean;
  readonly onApply: (preset: PolicyPreset) => void;
}

/** The presets, each with what it would change; nothing changes before that has been seen. */
export function PresetRule({ policy, busy, onApply }: Props) {
  const { t } = useTranslation(['settings', 'frame']);
  const [looked, setLooked] = useState<PolicyPreset | null>(null);
  return (
    <>
      <div className={list.buttons}>
        {PRESETS.map((name) => (
          <Button
            key={name}
            variant={name === policy.preset ? 'light' : 'default'}
            aria-pressed={name === (looked ?? policy.preset)}
            onClick={() => setLooked(name === looked ? null : name)}
          >
            {t(`presets.${name}`)}
            {name === policy.preset && <span className={classes.current}>{t('presetNow')}</span>}
          </Button>
        ))}
      </div>
      {looked && (
        <Difference
          policy={policy}
          preset={looked}
          busy={busy}
          onApply={() => {
            onApply(looked);
            setLooked(null);
          }}
          onLeave={() => setLooked(null)}
        />
      )}
      <p className={list.quiet}>{t('policyVersion', { version: policy.version })}</p>
    </>
  );
}

function Difference({
  policy,
  preset,
  busy,
  onApply,
  onLeave,
}: {
  policy: Policy;
  preset: PolicyPreset;
  busy: boolean;
  onApply: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation(['settings', 'frame']);
  const wordsOf = usePolicyWords();
  // As the server will: the same function.
  const before = wordsOf(policy);
  const after = wordsOf({ ...amendPolicy(policy, { preset }) });
  const changed = before.filter(({ name, words }) => after.find((one) => one.name === name)?.words !== words);
  return (
    <section className={classes.difference} aria-label={t('presetWould', { name: t(`presets.${preset}`) })}>
      <p className={classes.name}>{t(`presetWords.${preset}`)}</p>
      {changed.length === 0 ? (
        <p className={list.quiet}>{t(preset === policy.preset ? 'presetSame' : 'presetNothing')}</p>
      ) : (
        <dl className={classes.changes}>
          {changed.map(({ name, words }) => (
            <div key={name}>
              <dt>{t(`rule.${name}.name`)}</dt>
              <dd>
                <del>{words}</del>
                <IconArrowRight size={14} className={classes.arrow} aria-label={t('becomes')} role="img" />
                <ins>{after.find((one) => one.name === name)?.words}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className={list.buttons}>
        {preset !== policy.preset && (
          <Button loading={busy} onClick={onApply}>
            {t('presetApply', { name: t(`presets.${preset}`) })}
          </Button>
        )}
        <Button variant="default" onClick={onLeave}>
          {t('frame:cancel')}
        </Button>
      </div>
    </section>
  );
}
