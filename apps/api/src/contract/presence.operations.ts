import { z } from 'zod';
import { operation } from './operation.js';
import { Id, named } from './wire.js';

const Presence = z.strictObject({
  members: z.array(z.strictObject({ id: Id, name: z.string() })),
  withheld: z.boolean(),
});

export const setClaimPresence = operation({
  id: 'setClaimPresence',
  method: 'PUT',
  path: '/claims/{id}/presence',
  summary: {
    en: 'Say that I have the claim open, and who else has',
    ar: 'الإعلام بأني أفتح الادّعاء ومعرفة من يفتحه معي',
  },
  description: {
    en: 'Holds for 50 seconds; repeat it every 20. Nothing of it is kept. Whoever must still judge the claim for himself is told of nobody (`withheld`). Comings and goings arrive at `/events` as `presence.changed`.',
    ar: 'يسري 50 ثانية ويُعاد كل 20. لا يُحفظ منه شيء. ومن لم يقدّم تقييمه المستقل بعد لا يُخبَر عن أحد (`withheld`). ويصل الدخول والخروج في `/events` باسم `presence.changed`.',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ present: z.boolean().default(true) }),
  answers: { 200: Presence },
});

named({ Presence });
