import type { ArticleKind } from '#domain';
import type { ReportClaim } from '../model/claim.model.js';
import { givenClaim, LABELS, member } from '../sample/given.model.js';
import { catalogueOf } from '../texts/text.catalogue.js';
import { statusOf } from './claim.status.js';

const closed = { rationale: 'r', by: member('E'), at: '2026-11-20T10:00:00Z' };
const attributed = { ...closed, kind: 'as-attributed', recheckAt: '2026-12-01T00:00:00Z' } as const;
const unproven = { ...closed, kind: 'unproven', searchLog: [] } as const;

describe('the printed result of a claim', () => {
  // Written by hand from the glossary: drafts print the state, external articles the label; the scope is always said.
  it.each<[string, ArticleKind, Partial<ReportClaim>, string, string, string]>([
    ['not verified', 'draft', {}, 'open', 'لم يُتحقَّق منها بعد', 'Not verified yet'],
    ['not verified', 'external', {}, 'open', 'لم يُتحقَّق منه بعد', 'Not verified yet'],
    [
      'a label left over from before a fall-back',
      'external',
      { label: LABELS.true },
      'open',
      'لم يُتحقَّق منه بعد',
      'Not verified yet',
    ],
    [
      'verified as said',
      'draft',
      { state: 'verified', verifies: 'attribution', label: LABELS.accurate },
      'verified',
      'متحقَّق منها (النسبة)',
      'Verified (attribution)',
    ],
    ['verified as so', 'draft', { state: 'verified' }, 'verified', 'متحقَّق منها (المضمون)', 'Verified (substance)'],
    [
      'a true label on the attribution only',
      'external',
      { state: 'verified', verifies: 'attribution', label: LABELS.true },
      'verified',
      'صحيح (النسبة)',
      'True (attribution)',
    ],
    [
      'a refuted draft claim',
      'draft',
      { state: 'disputed', dispute: 'refuted', label: LABELS.needsChange },
      'disputed',
      'ثبت خلافها (المضمون)',
      'Disputed: refuted (substance)',
    ],
    [
      'conflicting evidence',
      'external',
      { state: 'disputed', dispute: 'conflicting' },
      'disputed',
      'محلّ خلاف (المضمون)',
      'Disputed: conflicting (substance)',
    ],
    [
      'a misleading claim',
      'external',
      { state: 'disputed', dispute: 'refuted', label: LABELS.misleading },
      'disputed',
      'مضلِّل (المضمون)',
      'Misleading (substance)',
    ],
    [
      'published as attributed',
      'draft',
      { closure: attributed },
      'closed',
      'منشورة منسوبةً: لم نتحقق من مضمونها',
      'Published as attributed: substance not verified',
    ],
    ['unproven in a draft', 'draft', { closure: unproven }, 'closed', 'لم تثبت صحتها', 'Unproven'],
    [
      'unproven elsewhere',
      'external',
      { closure: unproven, label: LABELS.unproven },
      'closed',
      'لم تثبت صحته',
      'Unproven',
    ],
  ])('%s (%s)', (_, kind, claim, tone, arabic, english) => {
    expect(statusOf(givenClaim(claim), kind, catalogueOf('ar'))).toMatchObject({ tone, text: arabic });
    expect(statusOf(givenClaim(claim), kind, catalogueOf('en'))).toMatchObject({ tone, text: english });
  });

  it('adds the label to a draft, in the feminine', () => {
    const claim = givenClaim({ state: 'verified', label: LABELS.accurate });
    expect(statusOf(claim, 'draft', catalogueOf('ar')).label).toBe('مطابقة');
    expect(statusOf(claim, 'external', catalogueOf('ar')).label).toBeNull();
  });
});
