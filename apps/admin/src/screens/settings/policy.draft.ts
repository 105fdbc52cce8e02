import type { Newsroom } from '#client';
import type { PolicyPreset } from '#domain';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../../state/toast.js';
import { useNewsroomChange } from './newsroom.change.js';
import { type PolicyDraft, policyPatch, retyped } from './policy.patch.js';

/** The rules while somebody changes them: what he typed stays over an answer that comes late and over a colleague's rules. */
export function usePolicyDraft(newsroom: Newsroom) {
  const { t } = useTranslation('settings');
  const [seen, setSeen] = useState(newsroom);
  const current = draftOf(seen);
  const [draft, setDraft] = useState<PolicyDraft>(current);
  const patch = policyPatch(current, draft);
  const isTouched = Object.keys(patch).length > 0;
  const begin = (from: Newsroom) => {
    setSeen(from);
    setDraft(draftOf(from));
  };
  /** What the fields held when something was sent: what was typed since stays. */
  const sent = useRef(draft);
  const saving = useNewsroomChange(seen, (saved) => {
    setSeen(saved);
    setDraft((typed) => retyped(sent.current, typed, draftOf(saved)));
    say(t('policySaved'));
  });
  // A colleague's rules show at once where nothing has been typed; else what was typed stays, and the conflict is told at saving.
  if (newsroom.version > seen.version && !saving.busy) {
    if (!isTouched) begin(newsroom);
    else if (newsroom.policy.version === seen.policy.version) setSeen(newsroom);
  }
  return {
    /** The rules in force, as far as they have been seen. */
    inForce: seen.policy,
    draft,
    change: (part: Partial<PolicyDraft>) => setDraft({ ...draft, ...part }),
    saving,
    save: () => {
      sent.current = draft;
      saving.run({ policy: patch });
    },
    apply: (preset: PolicyPreset) => {
      sent.current = current;
      saving.run({ policy: { preset } });
    },
    /** Mine is given up for the rules as they are now. */
    forget: () => {
      if (saving.overtaken) begin(saving.overtaken.now);
      saving.forget();
    },
  };
}

function draftOf({ policy }: Newsroom): PolicyDraft {
  const { version: _, preset: __, ...rules } = policy;
  return rules;
}
