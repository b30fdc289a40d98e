/** Starts work nobody waits for; a failure still surfaces, as an unhandled rejection would. */
export function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    reportError(error)
  })
}
