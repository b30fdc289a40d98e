/** Things by their ids, each read once, however many pages ask for it. */
export class Lookup<T> {
  readonly #read: (ids: readonly number[]) => Promise<ReadonlyMap<number, T>>
  readonly #known = new Map<number, T | undefined>()

  constructor(read: (ids: readonly number[]) => Promise<ReadonlyMap<number, T>>) {
    this.#read = read
  }

  /** Reads those of these that are not known yet. */
  async learn(ids: Iterable<number>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#known.has(id))
    if (missing.length === 0) return
    const found = await this.#read(missing)
    for (const id of missing) this.#known.set(id, found.get(id))
  }

  /** What was learned of one; nothing where it is not there, or there is no id. */
  get(id: number | null): T | undefined {
    return id === null ? undefined : this.#known.get(id)
  }
}
