import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Ctx } from '../core/context.ts'
import {
  createExport,
  createFullExport,
  deleteExport,
  exportedFile,
  getExport,
  listExports,
} from '../core/report-exports.ts'
import {
  createReportLink,
  followReportLink,
  listReportLinks,
  revokeReportLink,
} from '../core/report-links.ts'
import { questionFrom } from '../core/reports/definition.ts'
import type { Question } from '../core/reports/question.ts'
import {
  createSavedReport,
  deleteSavedReport,
  getSavedReport,
  listSavedReports,
  updateSavedReport,
} from '../core/saved-reports.ts'
import { conflict } from '../core/errors.ts'
import { dispositionOf, fileNameOf } from '../exporters/file-name.ts'
import { contentTypeOf } from '../exporters/report-file.ts'
import type { House } from '../http/house.ts'
import { streamFile } from '../http/stream-file.ts'
import { exportName, toExport, toReport, toReportEntry, toReportLink, toSavedReport } from './report-map.ts'
import * as Shape from './report-schemas.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id } from './schemas.ts'
import { readOptionalInstant } from './times.ts'

const { limit: _, ...withoutLimit } = Shape.reportFields
const SecretParams = Type.Object({ secret: Type.String({ maxLength: 200 }) })
const LinkParams = Type.Object({ id: Id, link_id: Id })

/** Questions to the entries, and what is kept, shared and written into files of them. */
export function reportRoutes(app: FastifyInstance, house: House): void {
  questionRoutes(app, house)
  savedReportRoutes(app, house)
  publicRoutes(app, house)
  exportRoutes(app)
}

function questionRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'runReport',
    method: 'GET',
    url: '/reports',
    summary: 'Ask a question: lines, sub-totals and the total',
    query: Shape.ReportQuery,
    answer: Shape.Report,
    async handle(ctx, { query }) {
      return toReport(await house.reading.ask(ctx, 'report', await questionFrom(ctx, query)))
    },
  })
  route(app, {
    operationId: 'listReportEntries',
    method: 'GET',
    url: '/reports/entries',
    summary: 'List the entries behind a report, newest first',
    query: Type.Object({ ...withoutLimit, ...listQuery }),
    answer: Shape.ReportEntries,
    async handle(ctx, { query }) {
      const { limit: _, cursor: __, ...definition } = query
      const question = await questionFrom(ctx, definition)
      const { rows, next } = await house.reading.ask(ctx, 'reportEntries', {
        question,
        page: pageFrom(query),
      })
      return { data: rows.map(toReportEntry), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'exportReport',
    method: 'GET',
    url: '/reports/export',
    summary: 'Write a report into a file, as it is read',
    query: Type.Object({ ...withoutLimit, ...Shape.exportFields }),
    answer: Type.String(),
    answerType: 'application/octet-stream',
    async handle(ctx, { query, request, reply }) {
      const { format, detail, paper, name, ...definition } = query
      return sendFile(
        house,
        { ctx, request, reply },
        {
          question: await questionFrom(ctx, definition),
          format,
          detail: detail ?? 'summary',
          paper: paper ?? 'a4',
          name: name ?? 'Report',
        },
      )
    },
  })
}

type Exchange = { ctx: Ctx; request: FastifyRequest; reply: FastifyReply }

type FileRequest = {
  question: Question
  format: 'csv' | 'xlsx' | 'pdf' | 'json'
  detail: 'summary' | 'entries'
  paper: 'a4' | 'letter'
  name: string
}

async function sendFile(
  house: House,
  { ctx, request, reply }: Exchange,
  input: FileRequest,
): Promise<Readable> {
  const stream = await streamFile({ request, reply }, (signal) =>
    house.reading.file(ctx, 'export', { input, signal }),
  )
  const { from, to } = input.question
  const day = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 10))
  announceFile(
    reply,
    input.format,
    fileNameOf(input.name, { from: day(from), to: day(to && to - 1) }, input.format),
  )
  return stream
}

function announceFile(reply: FastifyReply, format: FileRequest['format'], fileName: string): void {
  reply.type(contentTypeOf(format)).header('content-disposition', dispositionOf(fileName))
}

function savedReportRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'listSavedReports',
    method: 'GET',
    url: '/saved-reports',
    summary: 'List one’s saved reports and those that are shared, by name',
    query: Type.Object({ ...listQuery, workspace_id: Type.Optional(Id) }),
    answer: Shape.SavedReports,
    async handle(ctx, { query }) {
      const { rows, next } = await listSavedReports(ctx, { workspaceId: query.workspace_id }, pageFrom(query))
      return { data: rows.map(toSavedReport), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createSavedReport',
    method: 'POST',
    url: '/saved-reports',
    summary: 'Keep a question under a name',
    body: Shape.NewSavedReport,
    answer: Shape.SavedReport,
    status: 201,
    handle: async (ctx, { body }) => toSavedReport(await createSavedReport(ctx, body.workspace_id, body)),
  })
  route(app, {
    operationId: 'getSavedReport',
    method: 'GET',
    url: '/saved-reports/:id',
    summary: 'Show a saved report',
    params: IdParams,
    answer: Shape.SavedReport,
    handle: async (ctx, { params }) => toSavedReport(await getSavedReport(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateSavedReport',
    method: 'PATCH',
    url: '/saved-reports/:id',
    summary: 'Change a saved report',
    takesVersion: true,
    params: IdParams,
    body: Shape.SavedReportChanges,
    answer: Shape.SavedReport,
    handle: async (ctx, { params, body, version }) =>
      toSavedReport(await updateSavedReport(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteSavedReport',
    method: 'DELETE',
    url: '/saved-reports/:id',
    summary: 'Delete a saved report; its links end with it',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteSavedReport(ctx, { id: params.id, version }),
  })
  route(app, {
    operationId: 'listReportLinks',
    method: 'GET',
    url: '/saved-reports/:id/links',
    summary: 'List the public links to a saved report',
    params: IdParams,
    answer: Shape.ReportLinks,
    handle: async (ctx, { params }) => ({
      data: (await listReportLinks(ctx, params.id)).map((each) => toReportLink(house, each)),
    }),
  })
  route(app, {
    operationId: 'createReportLink',
    method: 'POST',
    url: '/saved-reports/:id/links',
    summary: 'Make a public link to a saved report',
    params: IdParams,
    body: Shape.NewReportLink,
    answer: Shape.ReportLink,
    status: 201,
    async handle(ctx, { params, body }) {
      const link = await createReportLink(ctx, params.id, {
        showsAmounts: body.shows_amounts ?? false,
        expiresAt: readOptionalInstant('expires_at', body.expires_at ?? null),
      })
      return toReportLink(house, link)
    },
  })
  route(app, {
    operationId: 'revokeReportLink',
    method: 'DELETE',
    url: '/saved-reports/:id/links/:link_id',
    summary: 'End a public link',
    params: LinkParams,
    handle: (ctx, { params }) => revokeReportLink(ctx, params.id, params.link_id),
  })
}

function publicRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'getPublicReport',
    method: 'GET',
    url: '/public-reports/:secret',
    summary: 'Show the report behind a public link',
    isPublic: true,
    params: SecretParams,
    answer: Shape.PublicReport,
    async handle(ctx, { params }) {
      const { ctx: maker, name, workspace, question } = await followReportLink(ctx, params.secret)
      return { name, workspace, report: toReport(await house.reading.ask(maker, 'report', question)) }
    },
  })
  route(app, {
    operationId: 'exportPublicReport',
    method: 'GET',
    url: '/public-reports/:secret/export',
    summary: 'Write the report behind a public link into a file',
    isPublic: true,
    params: SecretParams,
    query: Type.Object({ format: Shape.ExportFormat, paper: Shape.exportFields.paper }),
    answer: Type.String(),
    answerType: 'application/octet-stream',
    async handle(ctx, { params, query, request, reply }) {
      const { ctx: maker, name, question } = await followReportLink(ctx, params.secret)
      const { format, paper = 'a4' } = query
      const input = { question, format, paper, name, detail: 'summary' as const }
      return sendFile(house, { ctx: maker, request, reply }, input)
    },
  })
}

function exportRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listExports',
    method: 'GET',
    url: '/exports',
    summary: 'List one’s exports of the last day, newest first',
    query: Type.Object(listQuery),
    answer: Shape.Exports,
    async handle(ctx, { query }) {
      const { rows, next } = await listExports(ctx, pageFrom(query))
      return { data: rows.map(toExport), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createExport',
    method: 'POST',
    url: '/exports',
    summary: 'Have a report written into a file, whether one waits for it or not',
    body: Shape.NewExport,
    answer: Shape.Export,
    status: 202,
    handle: async (ctx, { body }) => toExport(await createExport(ctx, body)),
  })
  route(app, {
    operationId: 'createFullExport',
    method: 'POST',
    url: '/exports/everything',
    summary: 'Have everything one may see written into one file, whether one waits for it or not',
    body: Shape.NewFullExport,
    answer: Shape.Export,
    status: 202,
    async handle(ctx, { body }) {
      const fields = { workspaceId: body.workspace_id ?? null, format: body.format }
      return toExport(await createFullExport(ctx, fields))
    },
  })
  route(app, {
    operationId: 'getExport',
    method: 'GET',
    url: '/exports/:id',
    summary: 'Show how far an export is',
    params: IdParams,
    answer: Shape.Export,
    handle: async (ctx, { params }) => toExport(await getExport(ctx, params.id)),
  })
  route(app, {
    operationId: 'downloadExport',
    method: 'GET',
    url: '/exports/:id/file',
    summary: 'Download a finished export',
    params: IdParams,
    answer: Type.String(),
    answerType: 'application/octet-stream',
    async handle(ctx, { params, reply }) {
      const row = await getExport(ctx, params.id)
      if (row.status !== 'done') throw conflict('in_use', 'This file is not written yet.')
      const fileName = exportName(row)
      if (fileName.endsWith('.zip'))
        reply.type('application/zip').header('content-disposition', dispositionOf(fileName))
      else announceFile(reply, row.format, fileName)
      return Readable.from(exportedFile(ctx, row.id), { objectMode: false })
    },
  })
  route(app, {
    operationId: 'deleteExport',
    method: 'DELETE',
    url: '/exports/:id',
    summary: 'Stop an export, or throw its file away',
    params: IdParams,
    handle: (ctx, { params }) => deleteExport(ctx, params.id),
  })
}
