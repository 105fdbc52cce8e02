/** Who and with what scope, in the phrases the rows share. */
export const ALL = 'all-members';
export const EDITORS = ['editor', 'head'] as const;
/** Counsel, and those who decide on what he says. */
export const COUNSEL = ['editor', 'head', 'legal'] as const;
export const DESK = ['editor', 'head', 'reviewer'] as const;
export const DESK_AND_WRITER = ['editor', 'head', 'reviewer', 'writer'] as const;
export const MANAGERS = ['head', 'admin'] as const;
export const OVERSIGHT = ['editor', 'head', 'admin'] as const;
export const ADMIN = ['admin'] as const;

export const visible = { all: 'article-visible' } as const;
export const readsArticles = { who: ALL, relation: visible, scopes: ['articles:read'], verb: 'read' } as const;
export const readsClaims = { who: ALL, relation: visible, scopes: ['claims:read'], verb: 'read' } as const;
export const shapesClaims = { who: EDITORS, scopes: ['claims:write'] } as const;
export const decides = { who: EDITORS, scopes: ['decisions:write'], personOnly: true } as const;
export const administers = { who: ADMIN, scopes: ['admin'] } as const;
export const own = { who: ALL, relation: { all: 'self' }, scopes: [] } as const;
export const open = { who: 'public', scopes: [] } as const;
