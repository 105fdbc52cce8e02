import { queryClient } from '../api/query.client.js';
import { changeLanguage, keptLanguage } from '../text/i18n.js';
import { meQuery } from './session.query.js';
import { sessionEnded } from './session.state.js';

/** After the server has opened a session: nothing of whoever was here before stays, and the language is the member's unless he chose one here. */
export async function takeUpSession(): Promise<void> {
  queryClient.clear();
  sessionEnded.set(false);
  const me = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
  if (me && keptLanguage() === null) await changeLanguage(me.member.locale);
}
