import { api } from '../../../api/api.js';
import { say } from '../../../state/toast.js';
import { i18next } from '../../../text/i18n.js';

/** Fetches a saved copy and hands it to the browser as a download; it is never opened in a page of ours. */
export async function saveCapture(id: string): Promise<void> {
  try {
    const bytes = (await api().call('getCapture', { params: { id } })) as Uint8Array<ArrayBuffer>;
    const href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = href;
    link.download = `${id}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  } catch (error) {
    say(i18next.t('frame:broken.title'), { kind: 'refused', detail: error instanceof Error ? error.message : '' });
  }
}
