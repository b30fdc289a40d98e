import type { NewEntry, NewProject, Project } from '@sundial/sdk'
import type { Person } from './server.ts'

/** What the call gave; a refusal fails the test that made it. */
export async function given<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(error)}`)
  // No answer but 204 is without data, and then nobody reads it.
  return data as T
}

export function addProject(
  person: Person,
  project: Partial<NewProject> & { title: string },
): Promise<Project> {
  return given(
    person.api.POST('/projects', { body: { workspace_id: person.me.default_workspace_id, ...project } }),
  )
}

export type SeedEntry = Omit<NewEntry, 'started_at' | 'ended_at'> & {
  /** Days before today. */
  daysAgo?: number
  /** `9:02`, in the time zone of Berlin. */
  from: string
  to: string
}

export async function addEntry(person: Person, { daysAgo = 0, from, to, ...what }: SeedEntry): Promise<void> {
  const started = berlinTime(daysAgo, from)
  const ended = berlinTime(daysAgo, to)
  await given(
    person.api.POST('/entries', {
      body: {
        ...what,
        started_at: started.toISOString(),
        // A night's work ends on the next day.
        ended_at: new Date(Number(ended) + (ended < started ? 86_400_000 : 0)).toISOString(),
      },
    }),
  )
}

export async function clearEntries({ api }: Person): Promise<void> {
  for (;;) {
    const { data } = await given(api.GET('/entries', { params: { query: { limit: 200 } } }))
    if (data.length === 0) return
    await given(api.DELETE('/entries', { params: { query: { ids: data.map(({ id }) => id) } } }))
  }
}

/** The days of the tests' person, whose offset is the same all day long but on two Sundays a year. */
export function berlinTime(daysAgo: number, time: string): Date {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(
    Date.now() - daysAgo * 86_400_000,
  )
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const asUtc = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000
  const noonThere = new Date(`${day}T12:00:00Z`).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/Berlin',
    hour: '2-digit',
  })
  return new Date(asUtc - (Number(noonThere) - 12) * 3_600_000)
}
