import { expect, test } from 'vitest'
import { sorted } from './sort.ts'

type Row = { name: string; hours: number | null }
const rows: Row[] = [
  { name: 'Zebra', hours: 2 },
  { name: 'item 10', hours: null },
  { name: 'Item 9', hours: 11 },
  { name: 'Äpfel', hours: 0 },
]
const keys = { name: (row: Row) => row.name, hours: (row: Row) => row.hours }
const namesBy = (by: 'name' | 'hours', isDescending: boolean) =>
  sorted(rows, { keys, sort: { by, isDescending } }).map(({ name }) => name)

test('words go by the language, with the figures in them, whatever their case', () => {
  expect(namesBy('name', false)).toEqual(['Äpfel', 'Item 9', 'item 10', 'Zebra'])
  expect(namesBy('name', true)).toEqual(['Zebra', 'item 10', 'Item 9', 'Äpfel'])
})

test('figures go by size, and what has none is last both ways', () => {
  expect(namesBy('hours', false)).toEqual(['Äpfel', 'Zebra', 'Item 9', 'item 10'])
  expect(namesBy('hours', true)).toEqual(['Item 9', 'Zebra', 'Äpfel', 'item 10'])
})
