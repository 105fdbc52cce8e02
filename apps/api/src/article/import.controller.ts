import { fileText, type Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import { getImport, importArticle } from '../contract/import.operations.js';
import { isRawBody, type Input } from '../contract/input.js';
import { answer } from '../http/answer.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class ImportController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(importArticle)
  async take({ call, query, body }: Input<typeof importArticle>) {
    if (isRawBody(body)) {
      const { kind = 'external', ...particulars } = query;
      return this.app.articles.create(call, { ...particulars, kind, ...fileText(body.contentType, body.bytes) });
    }
    const asked = await this.app.imports.ask(call, body.url);
    const { id } = asked.value;
    const value = { importId: id, ...asked.value };
    return answer({ ...asked, value }, { status: 202, headers: { location: `/api/v1/imports/${id}` } });
  }

  @Operation(getImport)
  async get({ call, params }: Input<typeof getImport>) {
    return { importId: params.id, ...(await this.app.imports.get(call, params.id)) };
  }
}
