import { z } from 'zod';
import { operation } from './operation.js';
import { Id, Instant, label, nothing, PAGE, pageOf, Version, named } from './wire.js';
import { RecoveryCode, Totp } from './second-factor.operations.js';
import { Locale, Role, Scope } from './vocabulary.js';

const Password = z.string().max(1024);
const SecondProof = { totp: Totp.optional(), recoveryCode: RecoveryCode.optional() } as const;
const Session = z.strictObject({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  userAgent: z.string(),
  current: z.boolean(),
});
const MemberKind = z.enum(['person', 'service']);
const Email = z
  .string()
  .trim()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/);

export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/sessions',
  summary: { en: 'Sign in with a password or a one-time link', ar: 'تسجيل الدخول بكلمة السر أو برابط لمرة واحدة' },
  body: z.union([
    z.strictObject({ email: z.string().max(320), password: Password, ...SecondProof }),
    z.strictObject({ link: z.string().max(200), ...SecondProof }),
  ]),
  description: {
    en: 'Whoever has a second factor sends `totp`, the six digits of his app, or one of his recovery codes with it: without either the answer is `second-factor-required`. A code counts once.',
    ar: 'من فعّل التحقق بخطوتين يرسل معها `totp`، وهو أرقام تطبيقه الستة، أو أحد رموز الاسترداد؛ ومن دون أيّ منهما يكون الجواب `second-factor-required`. لا يُقبل الرمز إلا مرة واحدة.',
  },
  answers: { 201: Session },
  public: true,
  refusals: ['credentials-wrong', 'second-factor-required', 'second-factor-wrong', 'second-factor-sealed', 'throttled'],
});

export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/sessions',
  summary: { en: 'My open sessions', ar: 'جلساتي المفتوحة' },
  answers: { 200: pageOf(Session) },
});

export const deleteSession = operation({
  id: 'deleteSession',
  method: 'DELETE',
  path: '/sessions/{id}',
  summary: {
    en: 'Sign out: one session of mine, or the current one',
    ar: 'تسجيل الخروج من إحدى جلساتي أو من الجلسة الحالية',
  },
  params: z.strictObject({ id: z.string() }),
  answers: { 204: nothing },
});

export const acceptInvitation = operation({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/{token}/acceptance',
  summary: { en: 'Accept an invitation and choose a password', ar: 'قبول الدعوة واختيار كلمة السر' },
  params: z.strictObject({ token: z.string() }),
  body: z.strictObject({ password: Password, name: label(200).optional(), ...SecondProof }),
  description: {
    en: 'Also the way back for a member the operator let in again (`isnad recover`). Whoever has a second factor sends a code, as for signing in; his other sessions end.',
    ar: 'وهو أيضًا طريق العودة لعضو أعاده مشغّل الخادم (`isnad recover`). من فعّل التحقق بخطوتين يرسل رمزًا كما في تسجيل الدخول، وتنتهي جلساته الأخرى.',
  },
  answers: { 201: Session },
  public: true,
  refusals: ['second-factor-required', 'second-factor-wrong', 'second-factor-sealed', 'throttled'],
});

export const changePassword = operation({
  id: 'changePassword',
  method: 'POST',
  path: '/me/password',
  summary: { en: 'Change my password', ar: 'تغيير كلمة السر' },
  body: z.strictObject({ current: Password, next: Password }),
  answers: { 204: nothing },
  refusals: ['credentials-wrong'],
});

export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  summary: { en: 'Who I am, and in which newsroom', ar: 'من أنا، وفي أي غرفة أخبار' },
  answers: {
    200: z.strictObject({
      member: z.strictObject({
        id: Id,
        name: z.string(),
        email: z.string(),
        kind: MemberKind,
        roles: z.array(Role),
        locale: Locale,
      }),
      newsroom: z.strictObject({ id: Id, slug: z.string(), name: z.string(), locale: Locale }),
    }),
  },
});

const Token = z.strictObject({
  id: Id,
  name: z.string(),
  memberId: Id,
  scopes: z.array(Scope),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  token: z.string().optional(),
  secretShown: z.literal(true).optional(),
});

export const listTokens = operation({
  id: 'listTokens',
  method: 'GET',
  path: '/tokens',
  summary: { en: 'Access tokens', ar: 'رموز الوصول' },
  answers: { 200: pageOf(Token) },
});

export const createToken = operation({
  id: 'createToken',
  method: 'POST',
  path: '/tokens',
  summary: { en: 'Make an access token; it is shown once', ar: 'إنشاء رمز وصول يظهر مرة واحدة' },
  body: z.strictObject({
    name: label(200),
    scopes: z.array(Scope).min(1).max(20),
    expiresAt: Instant,
    memberId: Id.optional(),
  }),
  answers: { 201: Token },
  location: '/tokens/{id}',
  refusals: ['step-up-required'],
});

export const deleteToken = operation({
  id: 'deleteToken',
  method: 'DELETE',
  path: '/tokens/{id}',
  summary: { en: 'Revoke a token', ar: 'إبطال رمز وصول' },
  params: z.strictObject({ id: Id }),
  answers: { 204: nothing },
});

const Member = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  kind: MemberKind,
  roles: z.array(Role),
  locale: Locale,
  languages: z.array(z.string()),
  deskIds: z.array(Id),
  active: z.boolean(),
  joined: z.boolean(),
  secondFactor: z.boolean(),
  createdAt: Instant,
  version: Version,
});
const Languages = z.array(Locale).max(2);

export const listMembers = operation({
  id: 'listMembers',
  method: 'GET',
  path: '/members',
  summary: { en: 'Members of the newsroom', ar: 'أعضاء غرفة الأخبار' },
  query: z.strictObject({ ...PAGE }),
  answers: { 200: pageOf(Member) },
});

export const createMember = operation({
  id: 'createMember',
  method: 'POST',
  path: '/members',
  summary: { en: 'Invite a member', ar: 'دعوة عضو' },
  body: z.strictObject({
    email: Email,
    name: label(200),
    roles: z.array(Role).max(10),
    locale: Locale,
    kind: MemberKind.optional(),
    languages: Languages.optional(),
    deskIds: z.array(Id).max(50).optional(),
  }),
  answers: {
    201: Member.extend({
      invitation: z.strictObject({ token: z.string(), expiresAt: Instant }).optional(),
      secretShown: z.literal(true).optional(),
    }),
  },
  location: '/members/{id}',
  refusals: ['duplicate'],
});

export const createPasswordLink = operation({
  id: 'createPasswordLink',
  method: 'POST',
  path: '/members/{id}/password-link',
  summary: {
    en: 'A link by which a member names a new password, for one forgotten or an invitation that ran out',
    ar: 'رابط يختار به العضو كلمة سر جديدة، لمن نسيها أو انتهت مدة دعوته',
  },
  description: {
    en: 'Shown once, good for ten minutes and one use; links given him before end. It stands for the password alone: whoever has a second factor is asked for a code. His sessions end when he uses it. Never for oneself.',
    ar: 'يظهر مرة واحدة ويصلح عشر دقائق ولاستعمال واحد، وتبطل به روابط العضو السابقة. يقوم مقام كلمة السر وحدها: من فعّل التحقق بخطوتين يُطلب منه رمز. وتنتهي جلسات العضو حين يستعمله. ولا ينشئه أحد لنفسه.',
  },
  params: z.strictObject({ id: Id }),
  answers: {
    201: z.strictObject({
      token: z.string().optional(),
      expiresAt: Instant,
      secretShown: z.literal(true).optional(),
    }),
  },
  refusals: ['relation-forbidden', 'not-in-state'],
});

export const updateMember = operation({
  id: 'updateMember',
  method: 'PATCH',
  path: '/members/{id}',
  summary: { en: 'Change roles, or disable a member', ar: 'تغيير الأدوار أو تعطيل عضو' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    roles: z.array(Role).max(10).optional(),
    active: z.boolean().optional(),
    name: label(200).optional(),
    locale: Locale.optional(),
    languages: Languages.optional(),
    deskIds: z.array(Id).max(50).optional(),
  }),
  answers: { 200: Member },
  ifMatch: true,
  refusals: ['last-admin'],
});

named({ Session, Token, Member });
