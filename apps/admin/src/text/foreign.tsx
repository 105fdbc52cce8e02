import type { ReactNode } from 'react';

/**
 * A name, title or quotation that did not come from us: it keeps its own direction and cannot turn the line around it.
 * Text only; markup in it is shown as it is written.
 */
export function Foreign({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <bdi dir="auto" className={className}>
      {children}
    </bdi>
  );
}
