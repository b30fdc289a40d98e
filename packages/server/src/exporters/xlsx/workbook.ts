import type { ReportDocument } from '../document.ts'
import { columnOf, type Row, rowXml, text } from './cells.ts'
import * as packaging from './packaging.ts'
import { entriesTable, summaryTable, type Table } from './sheets.ts'
import { HEAD_STYLE, stylesXml } from './styles.ts'
import { type Part, zipOf } from './zip.ts'

// Excel's limit for a sheet.
const MOST_ROWS = 1_048_576
// The earliest there is: nobody sees the dates inside a workbook, and so the same report is the same file.
const UNDATED = new Date(1980, 0, 1)

/** A report as a workbook: the sheet Summary and, of a detailed one, Entries, on as many sheets as they need. */
export function xlsxOf(document: ReportDocument, mostRows = MOST_ROWS): AsyncIterable<Uint8Array> {
  return zipOf(partsOf(document, mostRows), UNDATED)
}

async function* partsOf(document: ReportDocument, mostRows: number): AsyncGenerator<Part, void, undefined> {
  const names: string[] = []
  yield* sheetsOf('Summary', summaryTable(document))
  if (document.entries) yield* sheetsOf('Entries', entriesTable(document, document.entries))
  yield { name: 'xl/styles.xml', text: [packaging.xml(stylesXml)] }
  yield { name: 'docProps/core.xml', text: [packaging.properties(document.title, document.report.as_of)] }
  yield { name: 'xl/workbook.xml', text: [packaging.workbook(names)] }
  yield { name: 'xl/_rels/workbook.xml.rels', text: [packaging.workbookRelations(names.length)] }
  yield { name: '_rels/.rels', text: [packaging.rootRelations()] }
  yield { name: '[Content_Types].xml', text: [packaging.contentTypes(names.length)] }

  /** Rows that find no place on a sheet go on on the next, under the same head. */
  async function* sheetsOf(name: string, table: Table): AsyncGenerator<Part, void, undefined> {
    const rows = awaited(table.rows)
    try {
      let next = await rows.next()
      for (let sheet = 1; sheet === 1 || !next.done; sheet += 1) {
        names.push(sheet === 1 ? name : `${name} ${sheet}`)
        const above = sheet === 1 ? table.above : []
        yield { name: `xl/worksheets/sheet${names.length}.xml`, text: sheetXml(above, names.length === 1) }
      }

      async function* sheetXml(above: Row[], isFirst: boolean): AsyncGenerator<string, void, undefined> {
        const head: Row = { cells: table.head.map(({ title }) => text(title, HEAD_STYLE)) }
        const top = [...above, head]
        yield packaging.xml(sheetStart(table, top.length, isFirst))
        yield top.map((row, index) => rowXml(row, index + 1)).join('')
        for (let number = top.length + 1; number <= mostRows && !next.done; number += 1) {
          yield rowXml(next.value, number)
          next = await rows.next()
        }
        yield '</sheetData></worksheet>'
      }
    } finally {
      await rows.return()
    }
  }
}

async function* awaited(rows: Table['rows']): AsyncGenerator<Row, void, undefined> {
  yield* rows
}

/** What stands before the rows: groups fold under the line above them, and the head stays while one scrolls. */
function sheetStart({ head }: Table, headRow: number, isFirst: boolean): string {
  const columns = head.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `<worksheet xmlns="${packaging.SHEETS}"><sheetPr><outlinePr summaryBelow="0"/></sheetPr>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `<pane ySplit="${headRow}" topLeftCell="${columnOf(0)}${headRow + 1}" activePane="bottomLeft" state="frozen"/>` +
    '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="2"/>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  )
}
