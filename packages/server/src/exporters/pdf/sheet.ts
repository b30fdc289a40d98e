import PDFDocument from 'pdfkit'
import type { ReportDocument } from '../document.ts'
import { FOOTER, HAIRLINE, MARGIN, MUTED } from './look.ts'
import { type Faces, type Run, tidy } from './shaping.ts'

/** A line of text in its runs; the width is in parts of the size. */
export type Laid = { runs: (Run & { width: number })[]; width: number }

/** The paper being written on. `y` is where the next thing goes, in points from the top. */
export type Sheet = {
  pdf: PDFKit.PDFDocument
  y: number
  readonly left: number
  readonly width: number
  readonly bottom: number
  pages: number
  /** Writes what stands at the foot of each page, beside its number. */
  readonly foot: (sheet: Sheet, baseline: number) => void
  readonly lastPage: PDFKit.PDFKitReference
  readonly faces: Faces
  readonly registered: Set<string>
  readonly laid: Map<string, Laid>
}

const PAGE_SIZES = { a4: [595.28, 841.89], letter: [612, 792] } as const
export const FOOT_SIZE = 7.5

export function openSheet({ paper, title, report }: ReportDocument, foot: Sheet['foot']): Sheet {
  const [width, height] = PAGE_SIZES[paper]
  const pdf = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    displayTitle: true,
    lang: 'en',
    pdfVersion: '1.7',
    info: {
      Title: tidy(title),
      Creator: 'Sundial',
      Producer: 'Sundial',
      CreationDate: new Date(report.as_of),
    },
  })
  return {
    pdf,
    y: MARGIN,
    left: MARGIN,
    width: width - 2 * MARGIN,
    bottom: height - MARGIN - FOOTER,
    pages: 0,
    foot,
    lastPage: lastPageNumber(pdf),
    faces: new Map(),
    registered: new Set(),
    laid: new Map(),
  }
}

export function addPage(sheet: Sheet): void {
  const { pdf, left, bottom } = sheet
  pdf.addPage()
  sheet.pages += 1
  const baseline = bottom + FOOTER
  hairline(sheet, baseline - 15)
  const number = `${sheet.pages} / `
  pdf.font('Helvetica', FOOT_SIZE).fillColor(MUTED)
  pdf.text(number, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
  drawLastPage(sheet, left + pdf.widthOfString(number), baseline)
  sheet.foot(sheet, baseline)
  sheet.y = MARGIN
}

/** Goes on on a new page unless as much is free on this one; says whether it did. */
export function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.pages > 0 && sheet.y + height <= sheet.bottom) return false
  addPage(sheet)
  return true
}

export function hairline({ pdf, left, width }: Sheet, y: number, color = HAIRLINE): void {
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.5)
    .strokeColor(color)
    .stroke()
}

// Pages are written out as soon as they are full, so that memory does not grow with them. What only the end knows, how
// many there are, is a drawing of its own that all pages show and the end fills in. Its font is one of the fourteen
// that every reader of PDF has, which needs no embedding.
function lastPageNumber(pdf: PDFKit.PDFDocument): PDFKit.PDFKitReference {
  const font = pdf.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' })
  font.end(undefined)
  return pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, -4, 60, 12],
    Resources: { Font: { Number: font } },
  })
}

function drawLastPage({ pdf, lastPage }: Sheet, x: number, baseline: number): void {
  pdf.page.xobjects['LastPage'] = lastPage
  pdf.save().transform(1, 0, 0, -1, x, baseline)
  pdf.addContent('/LastPage Do')
  pdf.restore()
}

/** Ends the document, now that it is known how many pages it has. */
export function closeSheet({ pdf, lastPage, pages }: Sheet): void {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(MUTED.slice(at, at + 2), 16) / 255)
  lastPage.end(Buffer.from(`BT ${red} ${green} ${blue} rg /Number ${FOOT_SIZE} Tf (${pages}) Tj ET`))
  pdf.end()
}
