/** A point in time as a field of type `datetime-local` holds it, in the reader's own time; empty for none. */
export function toLocalInput(at: string | null): string {
  if (at === null) return '';
  const time = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** What such a field holds, as the server takes it; null for nothing. */
export const fromLocalInput = (typed: string): string | null => (typed === '' ? null : new Date(typed).toISOString());
