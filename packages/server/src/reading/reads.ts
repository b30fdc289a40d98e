import { usageSummary } from '../core/app-usage/read.ts'
import { usageRows } from '../core/app-usage/report.ts'
import { listReportEntries } from '../core/reports/entries.ts'
import { listBudgets } from '../core/budgets.ts'
import type { Ctx } from '../core/context.ts'
import type { EntryFilter } from '../core/entries/filter.ts'
import { listEntriesByNumber, type NumberedEntries } from '../core/entries/read.ts'
import type { Page } from '../core/page.ts'
import type { Question } from '../core/reports/question.ts'
import { reportLines, runReport } from '../core/reports/report.ts'
import { reportRows } from '../core/reports/rows.ts'
import { type TrackedColumn, trackedTotals } from '../core/tracked.ts'
import type { Progress } from '../exporters/document.ts'
import { exportEverything } from '../exporters/everything/file.ts'
import { exportReport } from './export-report.ts'

/** The questions that may read a great deal. What they take and give can be handed from thread to thread. */
export const READS = {
  report: runReport,
  reportLines,
  reportRows,
  reportEntries: (ctx: Ctx, { question, page }: { question: Question; page: Page }) =>
    listReportEntries(ctx, question, page),
  // A page that counts all there are.
  entriesByNumber: (ctx: Ctx, { filter, page }: { filter: EntryFilter; page: NumberedEntries }) =>
    listEntriesByNumber(ctx, filter, page),
  budgets: listBudgets,
  trackedTotals: (ctx: Ctx, { column, ids }: { column: TrackedColumn; ids: readonly number[] }) =>
    trackedTotals(ctx, column, ids),
  usageRows,
  usageSummary,
}

/** The same, for answers that are files. */
export const FILES = { export: exportReport, everything: exportEverything }

export type Reads = typeof READS
export type Files = typeof FILES

/** A file of any name, whose input is the one that goes with the name. */
export type FileWriter = (ctx: Ctx, input: unknown, progress: Progress) => AsyncGenerator<Uint8Array>

type Input<F> = F extends (ctx: Ctx, input: infer I, ...rest: never[]) => unknown ? I : never

/** Where heavy reads are done, so that they hold up nobody who only wants to start a timer. */
export type Reading = {
  /** Answers a question. What the verb throws comes back as it was thrown. */
  ask<K extends keyof Reads>(
    ctx: Ctx,
    name: K,
    input: Input<Reads[K]>,
  ): Promise<Awaited<ReturnType<Reads[K]>>>
  /** Streams a file. Who stops reading, or aborts, ends the work. */
  file<K extends keyof Files>(
    ctx: Ctx,
    name: K,
    request: { input: Input<Files[K]>; signal: AbortSignal; onRows?: (done: number) => void },
  ): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** Reads where it is asked, for a process that has nothing else to do. */
export function readingHere(): Reading {
  return {
    // The union of verbs has the union of inputs; each name goes with its own.
    ask: (ctx, name, input) => (READS[name] as (ctx: Ctx, input: unknown) => Promise<never>)(ctx, input),
    file: (ctx, name, { input, signal, onRows }) =>
      (FILES[name] as FileWriter)(ctx, input, { signal, onRows: onRows ?? (() => {}) }),
    async close() {},
  }
}
