/** Date pickers count the days of the week from Sunday, 0; everything else from Monday, 1, to Sunday, 7. */
export function toDayOfWeek(weekStart: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  // A number modulo seven is one of these.
  return (weekStart % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
}
