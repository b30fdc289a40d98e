/** A project's path is the ids from the root to itself, as `/1/5/12/`. */
export function pathUnder(parentPath: string | null, id: number): string {
  return `${parentPath ?? '/'}${id}/`
}

/** The ids of a path, root first, the project itself last. */
export function idsOfPath(path: string): number[] {
  return path.split('/').filter(Boolean).map(Number)
}

/** True where `path` is the project of `ancestorPath` or lies below it. */
export function isWithin(path: string, ancestorPath: string): boolean {
  return path.startsWith(ancestorPath)
}
