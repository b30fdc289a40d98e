/** Dots and edges that stand out from paper and from dark alike (3:1 or more against both). */
export const projectColors = [
  '#D14343',
  '#D9622B',
  '#B7791F',
  '#7A8B1F',
  '#3F9142',
  '#138A72',
  '#1387A8',
  '#3B76D6',
  '#5B61D6',
  '#8455CF',
  '#B14BB8',
  '#CC4380',
  '#9A6A4F',
  '#6F7A87',
  '#587A7A',
  '#8A7F6B',
] as const

export function randomColor(): string {
  return projectColors[Math.floor(Math.random() * projectColors.length)] ?? projectColors[0]
}
