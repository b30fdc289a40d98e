import { escaped } from './cells.ts'

// Office Open XML, ECMA-376 part 1 (the sheets) and part 2 (how parts point at one another).
const OFFICE = 'http://schemas.openxmlformats.org'
const PACKAGE = `${OFFICE}/package/2006`
const DOCUMENT = `${OFFICE}/officeDocument/2006/relationships`
export const SHEETS = `${OFFICE}/spreadsheetml/2006/main`
const CORE_PROPERTIES = 'metadata/core-properties'
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function xml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`
}

export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return xml(
    `<workbook xmlns="${SHEETS}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews>` +
      `<sheets>${sheets.join('')}</sheets></workbook>`,
  )
}

export function workbookRelations(sheets: number): string {
  const targets = Array.from({ length: sheets }, (_, index) => `worksheets/sheet${index + 1}.xml`)
  return relations([
    ...targets.map((target) => ({ type: `${DOCUMENT}/worksheet`, target })),
    { type: `${DOCUMENT}/styles`, target: 'styles.xml' },
  ])
}

export function rootRelations(): string {
  return relations([
    { type: `${DOCUMENT}/officeDocument`, target: 'xl/workbook.xml' },
    { type: `${PACKAGE}/relationships/${CORE_PROPERTIES}`, target: 'docProps/core.xml' },
  ])
}

function relations(list: readonly { type: string; target: string }[]): string {
  const rows = list.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return xml(`<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`)
}

export function contentTypes(sheets: number): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    override(`xl/worksheets/sheet${index + 1}.xml`, `${MIME}.worksheet+xml`),
  )
  return xml(
    `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('xl/workbook.xml', `${MIME}.sheet.main+xml`) +
      override('xl/styles.xml', `${MIME}.styles+xml`) +
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      `${worksheets.join('')}</Types>`,
  )
}

export function properties(title: string, at: number): string {
  const created = `${new Date(at).toISOString().slice(0, 19)}Z`
  return xml(
    `<cp:coreProperties xmlns:cp="${PACKAGE}/${CORE_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
      'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escaped(title)}</dc:title><dc:creator>Sundial</dc:creator>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`,
  )
}
