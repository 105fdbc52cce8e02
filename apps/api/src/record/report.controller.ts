import type { Application, ReportFile } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { Readable } from 'node:stream';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import {
  createReport,
  downloadReportFile,
  getReport,
  listReports,
  previewReport,
} from '../contract/record.operations.js';
import { answer } from '../http/answer.js';
import { attachment, preview } from '../http/attachment.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class ReportController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(createReport)
  request({ call, body }: Input<typeof createReport>) {
    return this.app.reports.request(call, body);
  }

  @Operation(listReports)
  list({ call, query }: Input<typeof listReports>) {
    return paged(call, 'listReports', query, {}, (page) => this.app.reports.list(call, page));
  }

  @Operation(getReport)
  get({ call, params }: Input<typeof getReport>) {
    return this.app.reports.get(call, params.id);
  }

  @Operation(downloadReportFile)
  async file({ call, params }: Input<typeof downloadReportFile>) {
    const file = await this.app.reports.file(call, params.id, params.name);
    return sent(file, attachment(file.savedAs, params.name));
  }

  @Operation(previewReport)
  async preview({ call, params }: Input<typeof previewReport>) {
    return sent(await this.app.reports.preview(call, params.id), preview());
  }
}

/** With its length: a file that breaks off is seen to have broken off. */
function sent({ content, bytes, mediaType }: ReportFile, headers: Readonly<Record<string, string>>) {
  const stream = Readable.from(content, { objectMode: false, highWaterMark: 1 });
  return answer(stream, { headers: { ...headers, 'content-type': mediaType, 'content-length': String(bytes) } });
}
