/** The members of a leaf that a person reads; null for what is no leaf. */
export interface ReadableLeaf {
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly member: string | null; readonly kind: string };
  readonly object: { readonly type: string; readonly id: string };
  readonly reason?: string;
}

export function readableLeaf(text: string): ReadableLeaf | null {
  try {
    return JSON.parse(text) as ReadableLeaf;
  } catch {
    return null;
  }
}
