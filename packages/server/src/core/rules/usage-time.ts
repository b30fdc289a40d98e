import { groupBy } from './group-by.ts'
import { nameKey } from './names.ts'
import type { Range } from './overlap.ts'
import { isWithoutTexts, type UsageTexts } from './usage-sample.ts'

/** What counting needs to know of a sample. */
export type CountableSample = UsageTexts & {
  id: number
  device: string
  started_at: number
  ended_at: number
  is_away: 0 | 1
  workspace_id: number | null
  project_id: number | null
  is_assigned_by_hand: 0 | 1
}

/** Time at a device that counts, in whole seconds: the sample that tells of it best, and what it is counted as. */
export type CountedStretch<S extends CountableSample> = {
  sample: S
  application: string | null
  workspace_id: number | null
  project_id: number | null
  started_at: number
  ended_at: number
}

/**
 * The time that counts of what devices recorded. On each device every second counts at most once, and none at which
 * nobody was there; `taken` are stretches that are told otherwise, such as a person's entries, and do not count either.
 *
 * The window in front says which application is used. A sample that knows more (the page of a browser, the file of an
 * editor) stands for it where it belongs to that window: a page that lies open in the background is nobody's time.
 */
export function countedStretches<S extends CountableSample>(
  samples: readonly S[],
  taken: readonly Range[] = [],
): CountedStretch<S>[] {
  const whole = samples.map(placed).filter(({ start, end }) => start < end)
  return [...groupBy(whole, ({ sample }) => sample.device).values()].flatMap((ofDevice) => {
    const away = ofDevice.filter(({ sample }) => sample.is_away === 1)
    const blocked = union([
      ...away,
      ...taken.map(({ start, end }) => ({ start: second(start), end: second(end) })),
    ])
    const telling = ofDevice.filter(({ sample }) => sample.is_away === 0 && !isWithoutTexts(sample))
    return sweep(telling).flatMap((stretch) => without(stretch, blocked))
  })
}

type Placed<S> = Range & { sample: S }

function placed<S extends CountableSample>(sample: S): Placed<S> {
  return { sample, start: second(sample.started_at), end: second(sample.ended_at) }
}

function second(at: number): number {
  return Math.floor(at / 1000) * 1000
}

/** How many of the samples that know more are looked at for one moment; there are hardly ever more than three. */
const MOST_TRIED = 32

/** Walks through the moments at which something begins or ends, and asks at each who tells of the time to the next. */
function sweep<S extends CountableSample>(telling: readonly Placed<S>[]): CountedStretch<S>[] {
  const inOrder = telling.toSorted(byStart)
  const moments = [...new Set(inOrder.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)
  const windows: Placed<S>[] = []
  const details: Placed<S>[] = []
  const counted: CountedStretch<S>[] = []
  let next = 0
  for (const [index, from] of moments.entries()) {
    const to = moments[index + 1]
    if (to === undefined) break
    for (let each = inOrder[next]; each && each.start <= from; each = inOrder[++next])
      (isWindow(each.sample) ? windows : details).push(each)
    dropEnded(windows, from)
    dropEnded(details, from)
    const live = details.slice(-MOST_TRIED).filter(({ end }) => end > from)
    const teller = tellerOf(
      windows.at(-1)?.sample,
      live.map(({ sample }) => sample),
    )
    if (teller) append(counted, { ...teller, started_at: from, ended_at: to })
  }
  return counted
}

function byStart<S extends CountableSample>(a: Placed<S>, b: Placed<S>): number {
  return a.sample.started_at - b.sample.started_at || a.sample.id - b.sample.id
}

/** The latest to begin lies on top; what has ended below it is passed over once it is reached. */
function dropEnded(stack: Range[], at: number): void {
  while ((stack.at(-1)?.end ?? Infinity) <= at) stack.pop()
}

/** A window says what is in front and nothing of what is in it. */
export function isWindow({ path, domain }: UsageTexts): boolean {
  return path === null && domain === null
}

type Teller<S extends CountableSample> = Omit<CountedStretch<S>, 'started_at' | 'ended_at'>

/**
 * Who tells of a moment: of the samples that know more (`details`, the latest to begin last) the latest that belongs to
 * the window in front, or the window itself; the latest of them where no window is known.
 */
export function tellerOf<S extends CountableSample>(
  window: S | undefined,
  details: readonly S[],
): Teller<S> | undefined {
  const detail = window ? details.findLast((each) => belongsTo(window, each)) : details.at(-1)
  if (!window || !detail) {
    const sample = detail ?? window
    return sample && { sample, application: sample.application, ...projectOf(sample) }
  }
  return {
    sample: detail,
    application: window.application ?? detail.application,
    ...betterProject(detail, window),
  }
}

function belongsTo(window: UsageTexts, detail: UsageTexts): boolean {
  const [front, behind] = [keysOf(window), keysOf(detail)]
  const a = front.application
  const b = behind.application
  if (a !== '' && b !== '' && (a.includes(b) || b.includes(a))) return true
  return behind.names.some((name) => front.title.includes(name))
}

type Keys = { application: string; title: string; names: string[] }

/** A long sample is compared at each moment something else begins; to normalise its texts each time is most of the work. */
const known = new WeakMap<UsageTexts, Keys>()

function keysOf(texts: UsageTexts): Keys {
  const before = known.get(texts)
  if (before) return before
  const title = keyOf(texts.title)
  const file = keyOf(texts.path?.split(/[/\\]/).at(-1) ?? null)
  const names = [title, file].filter((name) => name !== '')
  const keys = { application: keyOf(texts.application), title, names }
  known.set(texts, keys)
  return keys
}

function keyOf(text: string | null): string {
  return text === null ? '' : nameKey(text)
}

function projectOf({ workspace_id, project_id }: CountableSample) {
  return { workspace_id, project_id }
}

/** What a person has said goes before what a rule found, and what is known of the page before what is of the window. */
function betterProject(detail: CountableSample, window: CountableSample) {
  if (detail.is_assigned_by_hand === 1) return projectOf(detail)
  if (window.is_assigned_by_hand === 1 || detail.project_id === null) return projectOf(window)
  return projectOf(detail)
}

function append<S extends CountableSample>(counted: CountedStretch<S>[], next: CountedStretch<S>): void {
  const last = counted.at(-1)
  const goesOn =
    last?.ended_at === next.started_at &&
    last.sample === next.sample &&
    last.application === next.application &&
    last.project_id === next.project_id
  if (last && goesOn) last.ended_at = next.ended_at
  else counted.push(next)
}

/** Stretches in order, with those that touch or overlap made one. */
function union(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (start < end) joined.push({ start, end })
  }
  return joined
}

/** What is left of a stretch outside of the blocked ones, which are in order and apart from each other. */
function without<S extends CountableSample>(
  stretch: CountedStretch<S>,
  blocked: readonly Range[],
): CountedStretch<S>[] {
  const left: CountedStretch<S>[] = []
  let from = stretch.started_at
  for (let index = firstEndingAfter(blocked, from); ; index++) {
    const block = blocked[index]
    if (!block || block.start >= stretch.ended_at) break
    if (block.start > from) left.push({ ...stretch, started_at: from, ended_at: block.start })
    from = Math.max(from, block.end)
  }
  if (from < stretch.ended_at) left.push({ ...stretch, started_at: from })
  return left
}

function firstEndingAfter(ranges: readonly Range[], at: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}
