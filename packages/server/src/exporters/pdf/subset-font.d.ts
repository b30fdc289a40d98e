// The part of the package that is used here; it comes without types, and those of others lack `keepAllGlyphs`.
declare module 'subset-font' {
  function subsetFont(
    font: Buffer,
    text: undefined,
    options: {
      targetFormat: 'truetype'
      keepAllGlyphs: true
      keepFeatures?: string[]
      variationAxes: Record<string, number>
    },
  ): Promise<Buffer>
  export = subsetFont
}
