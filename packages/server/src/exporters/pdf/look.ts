/** Paper and ink: warm greys, and amber for what the chart is about. */
export const INK = '#1F1E1B'
export const MUTED = '#6B675F'
export const HAIRLINE = '#E6E3DC'
export const RULE = '#B9B4A8'
export const TRACK = '#F3F1EB'
export const BAR = '#C9C4B8'
export const ACCENT = '#B45309'

export const MARGIN = 48
/** Below the margin of the content, where the page says what it is. */
export const FOOTER = 24
