import { readdirSync } from 'node:fs'
import type { Statuses } from './permission-table.ts'
import type { WireSamples } from './sample.ts'
import type { Accent } from './story.ts'

/** What the tests of every wire need to know of a dialect; it lies in the dialect's own folder, as `testing/kit.ts`. */
export type DialectKit = {
  /** How it is called, and a sensible request for each of its routes. */
  calls: WireSamples
  /** Who may do what, in a table as that of our own wire. */
  permissions: string
  statuses: Statuses
  /** Whether a refusal is in the words of the system. */
  isPainted: (body: string) => boolean
  /** Lists that show exactly what one may open. */
  lists: readonly List[]
  /** Where the system's ids are no numbers: a workspace as its paths name it, and the number behind what a list names. */
  nameOfWorkspace?: (id: number) => string
  numberOf?: (thing: List['thing'], id: unknown) => number | undefined
  /** How its clients tell the story of a day; absent where they know no timer. */
  accent?: Accent
}

/** A list, and the route that opens one thing of it. */
export type List = {
  list: string
  opens: string
  thing: 'entry' | 'project' | 'task' | 'client' | 'tag' | 'approval' | 'contact' | 'lead' | 'deal'
}

const FOLDER = new URL('../dialects/', import.meta.url)

/** The kits of all dialects there are, by the names of their folders. */
export const KITS: ReadonlyMap<string, DialectKit> = new Map(
  await Promise.all(
    readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }): Promise<[string, DialectKit]> => {
        const { kit }: { kit: DialectKit } = await import(`../dialects/${name}/testing/kit.ts`)
        return [name, kit]
      }),
  ),
)
