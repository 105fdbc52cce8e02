/** Hands bytes to the browser as a download; nothing of them is opened in a page of ours. */
export function saveFile(name: string, content: BlobPart, type = 'application/octet-stream'): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
