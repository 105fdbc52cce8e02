import { openApplication } from '#application';
import { createLog } from '#platform';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fetchInChild } from '../../apps/worker/src/fetch/child.fetcher.js';
import { JobRunner } from '../../libs/persistence/src/jobs/job.runner.js';
import { done } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const STORY = `<html lang="ar"><head><title>توقف العمل في الجسر</title><meta property="og:site_name" content="صحيفة المرفأ"></head>
  <body><nav>الرئيسية</nav><h1>توقف العمل في الجسر</h1><p>قال الوزير إن كلفة الجسر بلغت 12 مليون دينار عام 2024.</p>
  <script>document.body.innerHTML='x'</script></body></html>`;

inBrowser('a new article', () => {
  let stage: Stage;
  let site: Server;
  let stopWorker: () => Promise<void>;
  beforeAll(async () => {
    site = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(STORY),
    );
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    // The stage's own worker reaches only the public Internet; pages of the lab are fetched by one that knows it.
    stage = await openStage({ worker: false });
    const { database } = stage.api;
    const lab = {
      module: join(__dirname, '../support/run-typescript.cjs'),
      args: [join(__dirname, '../support/fetch-lab.ts'), String((site.address() as AddressInfo).port)],
    };
    const opened = await openApplication({
      connection: database,
      poolSize: 2,
      name: 'isnad test worker',
      log: createLog('test', 'silent'),
      fetchPage: (address, signal) => fetchInChild(address, signal, lab),
    });
    const runner = await JobRunner.start({
      ownerUrl: database.ownerUrl,
      concurrency: 1,
      log: createLog('test', 'silent'),
      handlers: opened.application.jobs,
    });
    stopWorker = async () => {
      await runner.stop();
      await opened.close();
    };
  });
  afterAll(async () => {
    await stage.close();
    await stopWorker();
    site.closeAllConnections();
    site.close();
  });

  const articles = async () => (await done(stage.room.editor.get('/articles'))).items as { title: string }[];

  it('from an address: fetched, looked at, and saved only when asked', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'en' });
    await open('/desk?new=1');
    await page.getByLabel('Address of the article').fill('page.example.org/story');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'What is read of the page' }).waitFor();
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('توقف العمل في الجسر');
    expect(await page.getByLabel('Outlet').inputValue()).toBe('صحيفة المرفأ');
    const found = page.getByRole('region', { name: 'What is found' });
    await found.getByText('12 مليون دينار').first().waitFor();
    expect(await articles()).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save and check' }).click();
    await page.waitForURL(/\/articles\//);
    expect((await articles()).map(({ title }) => title)).toEqual(['توقف العمل في الجسر']);
    expect(witness.take()).toEqual([]);
  });

  it('from a dropped file of text; of a Word file it says what to do', async () => {
    const { page, open } = await stage.seat(stage.room.editor, { language: 'ar' });
    await open('/desk?new=1');
    const choose = async (name: string, mimeType: string, text: string) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'اختر ملفًّا' }).click();
      await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(text) });
    };
    await choose('خبر.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK');
    await page.getByText('افتح ملف Word أو PDF وألصق نصّه', { exact: false }).waitFor();
    await choose('خبر.html', 'text/html', STORY);
    const read = page.getByRole('region', { name: 'ما يُقرأ في الصفحة' });
    expect(await read.innerText()).toContain('12 مليون دينار');
    expect(await read.innerText()).not.toContain('الرئيسية');
    await page.getByRole('button', { name: 'تحويلها إلى نص للتعديل' }).click();
    expect(await page.getByLabel('النص', { exact: true }).inputValue()).toContain('12 مليون دينار');
  });

  it('an address inside the house is refused at once', async () => {
    const { page, open } = await stage.seat(stage.room.editor, { language: 'ar' });
    await open('/desk?new=1');
    await page.getByLabel('رابط المادة').fill('http://192.168.1.1/');
    await page.getByRole('button', { name: 'جلب' }).click();
    await page.getByRole('alert').waitFor();
  });
});
