import type { ApiApp, ApiOptions, FirstAdmin } from '../server/api.app.js';

/** Name of the first newsroom until its administrator gives it another. */
const UNNAMED = { ar: 'غرفة الأخبار', en: 'Newsroom' } as const;

/** Makes the first administrator when the database holds no newsroom; answers false when it does. */
export async function makeFirstAdmin(
  api: ApiApp,
  options: ApiOptions,
  admin: { readonly email: string; readonly password: string },
): Promise<boolean> {
  const locale = 'ar';
  const wanted: FirstAdmin = { ...admin, newsroom: UNNAMED[locale], locale };
  return (await api.bootstrap(options, wanted)) !== null;
}
