import { lazy, Suspense } from 'react';
import { Loading } from '../../state/states.js';
import type { View } from './article.room.js';

const RevisionView = lazy(() =>
  import('./revision/revision.view.js').then(({ RevisionView: view }) => ({ default: view })),
);
const RevisionForm = lazy(() =>
  import('./revision/revision.form.js').then(({ RevisionForm: form }) => ({ default: form })),
);
const CarriersView = lazy(() =>
  import('./origins/carriers.view.js').then(({ CarriersView: view }) => ({ default: view })),
);
const FileView = lazy(() => import('./file/file.view.js').then(({ FileView: view }) => ({ default: view })));

const INSTEAD = ['revisions', 'revise', 'carriers', 'file'] as const satisfies readonly View[];
export type InsteadView = (typeof INSTEAD)[number];

export const isInstead = (view: View): view is InsteadView => (INSTEAD as readonly View[]).includes(view);

/** What takes the place of text and panel. */
export function ArticleInstead({ view, onView }: { view: InsteadView; onView: (view: View) => void }) {
  return (
    <Suspense fallback={<Loading lines={10} />}>
      {view === 'revisions' ? (
        <RevisionView onView={onView} />
      ) : view === 'carriers' ? (
        <CarriersView />
      ) : view === 'file' ? (
        <FileView />
      ) : (
        <RevisionForm onDone={() => onView('revisions')} />
      )}
    </Suspense>
  );
}
