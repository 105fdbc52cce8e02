import { api } from '../../../api/api.js';
import { saveFile } from '../../../file/save.file.js';
import { say } from '../../../state/toast.js';
import { i18next } from '../../../text/i18n.js';

/** Fetches a saved copy and hands it to the browser as a download; it is never opened in a page of ours. */
export async function saveCapture(id: string): Promise<void> {
  try {
    const bytes = (await api().call('getCapture', { params: { id } })) as Uint8Array<ArrayBuffer>;
    saveFile(id, bytes);
  } catch (error) {
    say(i18next.t('frame:broken.title'), { kind: 'refused', detail: error instanceof Error ? error.message : '' });
  }
}
