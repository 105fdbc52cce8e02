import { z } from 'zod';
import { operation } from './operation.js';
import { Id, Instant, named, nothing } from './wire.js';

/** Six digits of an authenticator app, as they are; a space between them is forgiven. */
export const Totp = z
  .string()
  .max(16)
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))
  .meta({ type: 'string', example: '287082' });
export const RecoveryCode = z.string().min(1).max(64);
const Password = z.string().max(1024);

const SecondFactor = z.strictObject({
  status: z.enum(['none', 'unconfirmed', 'in-use']),
  confirmedAt: Instant.nullable(),
  recoveryCodesLeft: z.int(),
});
const StartedSecondFactor = z.strictObject({
  secret: z.string().optional(),
  uri: z.string().optional(),
  secretShown: z.literal(true).optional(),
});
const RecoveryCodes = z.strictObject({
  recoveryCodes: z.array(z.string()).optional(),
  secretShown: z.literal(true).optional(),
});

export const getSecondFactor = operation({
  id: 'getSecondFactor',
  method: 'GET',
  path: '/me/second-factor',
  summary: { en: 'Whether my sign-in asks for a code', ar: 'هل يطلب دخولي رمزًا ثانيًا' },
  answers: { 200: SecondFactor },
});
export const startSecondFactor = operation({
  id: 'startSecondFactor',
  method: 'POST',
  path: '/me/second-factor',
  summary: { en: 'A secret for my authenticator app; shown once', ar: 'سرّ لتطبيق المصادقة يظهر مرة واحدة' },
  description: {
    en: 'Sign-in asks for codes only once one of them has confirmed it. Starting again replaces a secret that was never confirmed.',
    ar: 'لا يطلب الدخول رمزًا إلا بعد تأكيد السرّ برمز منه. البدء من جديد يستبدل سرًّا لم يُؤكَّد.',
  },
  body: z.strictObject({ password: Password }),
  answers: { 201: StartedSecondFactor },
  refusals: ['credentials-wrong', 'already-in-state', 'throttled'],
});
export const confirmSecondFactor = operation({
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/me/second-factor/confirmation',
  summary: {
    en: 'Confirm it with a first code; the recovery codes are shown once',
    ar: 'التأكيد برمز أول؛ تظهر رموز الاسترداد مرة واحدة',
  },
  description: {
    en: 'My other sessions end: they were opened without a code.',
    ar: 'تنتهي جلساتي الأخرى لأنها فُتحت من دون رمز.',
  },
  body: z.strictObject({ totp: Totp }),
  answers: { 200: RecoveryCodes },
  refusals: ['second-factor-wrong', 'second-factor-sealed', 'not-in-state', 'throttled'],
});
export const renewRecoveryCodes = operation({
  id: 'renewRecoveryCodes',
  method: 'POST',
  path: '/me/second-factor/recovery-codes',
  summary: { en: 'New recovery codes in place of the old', ar: 'رموز استرداد جديدة بدل القديمة' },
  body: z.strictObject({ totp: Totp }),
  answers: { 200: RecoveryCodes },
  refusals: ['second-factor-wrong', 'second-factor-sealed', 'not-in-state', 'throttled'],
});
export const removeSecondFactor = operation({
  id: 'removeSecondFactor',
  method: 'POST',
  path: '/me/second-factor/removal',
  summary: { en: 'Sign in by password alone again', ar: 'العودة إلى الدخول بكلمة السر وحدها' },
  body: z.strictObject({ password: Password, totp: Totp.optional(), recoveryCode: RecoveryCode.optional() }),
  answers: { 204: nothing },
  refusals: [
    'credentials-wrong',
    'second-factor-required',
    'second-factor-wrong',
    'second-factor-sealed',
    'not-in-state',
    'throttled',
  ],
});
export const resetSecondFactor = operation({
  id: 'resetSecondFactor',
  method: 'POST',
  path: '/members/{id}/second-factor/reset',
  summary: {
    en: 'Take a member’s second factor away, for a lost telephone; his sessions end',
    ar: 'إعادة ضبط التحقق بخطوتين لعضو فقد هاتفه؛ تنتهي جلساته',
  },
  params: z.strictObject({ id: Id }),
  answers: { 204: nothing },
  refusals: ['not-in-state'],
});

named({ SecondFactor, StartedSecondFactor, RecoveryCodes });
