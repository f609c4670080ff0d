/** One plain line for the person who waits. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const seconds = (since: number): string => `${Math.max(1, Math.round((Date.now() - since) / 1000))} s`

/** Says what begins, that it still goes on every ten seconds, and how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  say(`${what}…`)
  const still = setInterval(() => say(`${what}… ${seconds(began)}`), 10_000)
  try {
    const result = await work()
    say(`${what} : fait (${seconds(began)}).`)
    return result
  } finally {
    clearInterval(still)
  }
}
