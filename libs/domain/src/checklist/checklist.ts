import type { ClaimKind } from '../claim/claim.kind.js';
import type { FieldError } from '../refusal/refusal.facts.js';
import { invalid, type Outcome } from '../refusal/refusal.js';

export interface ChecklistItem {
  readonly key: string;
  readonly ar: string;
  readonly en: string;
}

const item = (key: string, ar: string, en: string): ChecklistItem => ({ key, ar, en });

const PRIMARY = item(
  'primary-source',
  'رجعتُ إلى المصدر الأول لا إلى من نقل عنه',
  'I went to the first source, not to who relayed it',
);
const CONTEXT = item('context', 'قرأتُ ما قبل الكلام وما بعده', 'I read what comes before and after');
const DATE = item('date', 'تحققتُ من التاريخ والمكان', 'I checked the date and the place');
const NAMES = item('names', 'تحققتُ من كتابة الأسماء والصفات', 'I checked how names and titles are written');

/** What a fact-checker goes through, by the kind of claim; ticked with his verdict. A newsroom may write its own. */
export type Checklists = Readonly<Record<ClaimKind, readonly ChecklistItem[]>>;

/** What a newsroom starts with. */
export const CHECKLISTS: Checklists = {
  event: [
    PRIMARY,
    DATE,
    NAMES,
    item('second-witness', 'بحثتُ عن شاهد أو مصدر ثانٍ مستقل', 'I looked for a second, independent witness'),
  ],
  statement: [
    PRIMARY,
    CONTEXT,
    NAMES,
    item('capacity', 'تحققتُ من أن القائل يتكلم بصفته', 'I checked that the speaker speaks in that capacity'),
  ],
  quote: [
    PRIMARY,
    CONTEXT,
    item('verbatim', 'قارنتُ الاقتباس بالأصل كلمةً كلمة', 'I compared the quotation with the original word by word'),
    item('translation', 'راجعتُ الترجمة إن كان مترجمًا', 'I checked the translation where it is translated'),
  ],
  statistic: [
    PRIMARY,
    DATE,
    item('unit', 'تحققتُ من الوحدة والأساس الذي تُحسب منه النسبة', 'I checked the unit and what the share is a share of'),
    item('recomputed', 'أعدتُ الحساب بنفسي', 'I did the sum again myself'),
  ],
  prediction: [PRIMARY, CONTEXT, item('whose', 'بيّنتُ أنه توقّع وممّن', 'I made clear that it is a forecast, and whose')],
  opinion: [
    PRIMARY,
    CONTEXT,
    item('opinion-marked', 'بيّنتُ أنه رأي لا واقعة', 'I made clear that it is an opinion, not a fact'),
  ],
};

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Says what is wrong with checklists whose shape has been validated. Pointers are relative to the policy. Codes: key-malformed,
 * repeated (the key stands earlier in the same list), label-empty.
 */
export function checkChecklists(checklists: Checklists): FieldError[] {
  return Object.entries(checklists).flatMap(([kind, items]) =>
    items.flatMap(({ key, ar, en }, index) => {
      const at = `/checklists/${kind}/${index}`;
      const errors: FieldError[] = [];
      if (!KEY.test(key)) errors.push({ pointer: `${at}/key`, code: 'key-malformed' });
      if (items.findIndex((one) => one.key === key) !== index) errors.push({ pointer: `${at}/key`, code: 'repeated' });
      if (ar.trim() === '') errors.push({ pointer: `${at}/ar`, code: 'label-empty' });
      if (en.trim() === '') errors.push({ pointer: `${at}/en`, code: 'label-empty' });
      return errors;
    }),
  );
}

/** What was ticked is on the newsroom's list for the claim's kind, each once. */
export function tickChecklist(
  items: readonly ChecklistItem[],
  ticked: readonly string[],
): Outcome<{ checklist: string[] }> {
  const known = new Set(items.map(({ key }) => key));
  const errors = ticked.flatMap((key, index) =>
    known.has(key)
      ? []
      : [{ pointer: `/checklist/${index}`, code: 'unknown-checklist-item', detail: { allowed: [...known] } }],
  );
  return errors.length > 0 ? invalid(...errors) : { ok: true, checklist: [...new Set(ticked)] };
}
