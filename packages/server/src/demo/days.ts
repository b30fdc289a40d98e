import { addDays, readTime } from '../core/rules/local-time.ts'
import { HOLIDAYS, type Person, type ProjectKey, PROJECTS, TAGS, TASKS, WEEKS } from './cast.ts'
import { createRandom, type Random } from './random.ts'

/** What people did on their days: pure functions of the person and the day. */

export type Piece = {
  person: Person
  startedAt: number
  endedAt: number
  project: ProjectKey | null
  task: string | null
  title: string | null
  notes: string | null
  tags: string[]
  /** A break in the middle of it, in seconds. */
  pause: number
  /** By timer as it went, or written down at `loggedAt`. */
  isTimed: boolean
  loggedAt: number
  isPrivate: boolean
  /** Begun by mistake and deleted soon after. */
  isMistake: boolean
  /** Left open whether it is billed. */
  isUndetermined: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The Monday on which the demo begins. */
export function firstDay(today: string): string {
  const weekday = weekdayOf(today)
  return addDays(today, -weekday - 7 * WEEKS)
}

/** 0 is Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The instant of a local time, such as 9.5 for half past nine. */
export function at(day: string, hours: number, zone: string): number {
  const minutes = Math.round(hours * 60)
  const two = (number: number) => String(number).padStart(2, '0')
  const time = readTime(`${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, zone)
  if (time?.kind !== 'instant') throw new Error(`${day} ${hours} is no time`)
  return time.at
}

/** A person's day; `number` counts days from the first one. */
export function piecesOf(person: Person, day: string, number: number): Piece[] {
  const random = createRandom(`${person.key} ${day}`)
  const planned = (person.hours[weekdayOf(day)] ?? 0) * HOUR * (0.9 + random.next() * 0.2)
  const pieces: Piece[] = []
  if (planned > 0 && !isAway(person, day, random)) {
    pieces.push(...workOf(person, { day, number, planned, random }))
    if (random.chance(person.lateShifts)) pieces.push(lateShift(person, { day, number, random }))
  }
  if (person.key === 'ada' && weekdayOf(day) === 5 && random.chance(0.6))
    pieces.push(pianoOn(person, day, random))
  return pieces
}

/** Holidays, a fortnight off at a time of one's own, and a cold now and then. */
function isAway(person: Person, day: string, random: Random): boolean {
  if (HOLIDAYS.has(day.slice(5))) return true
  // Weeks are counted from a fixed Monday, so that a holiday stays where it is when the demo is made a day later.
  const week = Math.floor((Date.parse(day) - Date.UTC(2024, 0, 1)) / (7 * 24 * HOUR))
  const offset = createRandom(person.key).between(0, 12)
  if ((week + offset) % 13 === 0 || (week + offset) % 26 === 1) return true
  return random.chance(0.02)
}

type Day = { day: string; number: number; planned: number; random: Random }

function workOf(person: Person, { day, number, planned, random }: Day): Piece[] {
  const pieces: Piece[] = []
  const wantsOnePiece = person.habit === 'evening' && random.chance(0.15)
  let now = at(day, person.begins, person.zone) + random.between(-20, 40) * MINUTE
  let left = planned
  let hasEaten = planned < 5 * HOUR
  while (left > 15 * MINUTE) {
    const wanted = wantsOnePiece ? left : random.pick([20, 35, 45, 60, 75, 90, 120, 150]) * MINUTE
    const length = Math.floor(Math.min(left, wanted) / MINUTE) * MINUTE + random.between(0, 59) * 1000
    const isLong = length > 2 * HOUR
    const pause = isLong && random.chance(wantsOnePiece ? 1 : 0.5) ? random.between(10, 45) * 60 : 0
    pieces.push({
      ...work(person, number, random),
      startedAt: now,
      endedAt: now + length + pause * 1000,
      pause,
    })
    now += length + pause * 1000 + (random.chance(0.6) ? 0 : random.between(2, 15) * MINUTE)
    left -= length
    if (!hasEaten && left < planned / 2) {
      now += random.between(30, 60) * MINUTE
      hasEaten = true
    }
  }
  const evening = (pieces.at(-1)?.endedAt ?? now) + random.between(5, 30) * MINUTE
  return pieces.map((piece) => ({ ...piece, loggedAt: evening }))
}

function lateShift(person: Person, { day, number, random }: Omit<Day, 'planned'>): Piece {
  const startedAt = at(day, 22.5, person.zone) + random.between(0, 45) * MINUTE
  const endedAt = startedAt + random.between(100, 170) * MINUTE
  return { ...work(person, number, random), startedAt, endedAt, isTimed: true }
}

function pianoOn(person: Person, day: string, random: Random): Piece {
  const startedAt = at(day, 10, person.zone) + random.between(0, 90) * MINUTE
  const endedAt = startedAt + random.between(30, 80) * MINUTE
  const own = {
    project: null,
    task: null,
    title: 'Practise the piano',
    tags: [],
    isPrivate: true,
    isTimed: true,
  }
  return { ...work(person, 0, random), ...own, startedAt, endedAt }
}

/** What somebody works on, on the day of this number. */
function work(person: Person, number: number, random: Random): Piece {
  const isOpen = (key: ProjectKey) => {
    const plan = PROJECTS.find((each) => each.key === key)
    return number >= (plan?.from ?? 0) && number <= (plan?.until ?? Infinity)
  }
  const wanted = random.pick(person.projects)
  const key = isOpen(wanted) ? wanted : person.projects[0]
  const plan = random.chance(0.03) ? undefined : PROJECTS.find((each) => each.key === key)
  const open = TASKS.filter(
    (task) =>
      task.project === plan?.key &&
      task.assignees.includes(person.key) &&
      number > (task.begun ?? Infinity) &&
      number < (task.done ?? Infinity),
  )
  const title = plan ? random.pick(plan.titles) : random.pick(['Phone', 'Travel', 'Small things'])
  return {
    person,
    startedAt: 0,
    endedAt: 0,
    project: plan?.key ?? null,
    task: random.chance(0.5) ? (open[0]?.fields.name ?? null) : null,
    title: plan && random.chance(0.12) ? null : title,
    notes: random.chance(0.06) ? 'More of this tomorrow.' : null,
    tags: random.chance(0.25)
      ? [...new Set([random.pick(TAGS), ...(random.chance(0.2) ? [random.pick(TAGS)] : [])])]
      : [],
    pause: 0,
    isTimed: person.habit === 'timer' && random.chance(0.85),
    loggedAt: 0,
    isPrivate: false,
    isMistake: random.chance(0.006),
    isUndetermined: plan === undefined && random.chance(0.5),
  }
}
