import { createHash } from 'node:crypto';

const STYLE =
  'body{font:1.1rem/1.7 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1.5rem;color:#1f2a37;background:#fff}' +
  'section+section{margin-top:2.5rem;padding-top:2rem;border-top:1px solid #d0d7de}h1{font-size:1.4rem}code{direction:ltr;unicode-bidi:isolate;background:#f2f4f7;padding:.1em .35em;border-radius:4px}' +
  '@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}code{background:#21262d}a{color:#79c0ff}}';

/** The page a person meets on a server that was built without the web admin: what is missing, and what brings it. */
export const MISSING_PAGE = `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>إسناد · Isnad</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>
<section><h1>إسناد يعمل، لكن من دون واجهة الويب</h1>
<p>بُني هذا الخادم من دون واجهة الويب، فلا شاشات فيه. واجهة البرمجة وسطر الأوامر يعملان كالمعتاد.</p>
<p>لإضافة الشاشات: <code>npm ci</code> ثم <code>npm run build</code>، ثم أعد تشغيل الخادم.</p>
<p><a href="/docs">توثيق واجهة البرمجة</a></p></section>
<section lang="en" dir="ltr"><h1>Isnad is running, but without its web admin</h1>
<p>This server was built without the web admin, so it has no screens. The API and the command line work as always.</p>
<p>To add the screens: <code>npm ci</code>, then <code>npm run build</code>, then start the server again.</p>
<p><a href="/docs">API documentation</a></p></section>
</body></html>
`;

/** The one inline style of the page, by its hash: the policy lets in these bytes and no others. */
export const MISSING_PAGE_STYLE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
