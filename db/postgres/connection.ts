import type { Socket } from 'node:net'
import pg from 'pg'

/** Milliseconds that a server has to answer a goodbye. */
const leaving = 1000

/** Cuts a connection whose goodbye is not answered in time. */
function cutWhenSilent(connection: pg.ClientBase): void {
  const { stream } = (connection as unknown as { readonly connection: { readonly stream: Socket } })
    .connection
  const silent = setTimeout(() => stream.destroy(), leaving)
  stream.once('close', () => clearTimeout(silent))
}

/** Ends a connection; a server that says nothing more is not waited for. Never rejects. */
export async function parted(connection: pg.Client): Promise<void> {
  cutWhenSilent(connection)
  await connection.end().catch(() => {})
}

/** Connections to one server, so many at most. */
export type Pool = {
  /** One of them, which the caller releases. @throws when none came in time; at once when the pool ends */
  readonly take: () => Promise<pg.PoolClient>
  readonly end: () => Promise<void>
}

/**
 * @param each called with each new connection
 * @param lost called when one that nobody uses breaks
 */
export function openPool(
  settings: pg.PoolConfig,
  each: (connection: pg.PoolClient) => void,
  lost: () => void,
): Pool {
  const pool = new pg.Pool(settings)
  const waiting = new Set<(cause: Error) => void>()
  const idle = new Set<pg.PoolClient>()
  let ending = false
  pool.on('connect', each)
  pool.on('error', lost)
  pool.on('acquire', (connection) => idle.delete(connection))
  // Given back broken, or to a pool that ends, it says goodbye.
  pool.on('release', (broken, connection) => {
    if (broken || ending) cutWhenSilent(connection)
    else idle.add(connection)
  })
  pool.on('remove', (connection) => idle.delete(connection))
  return {
    take: () =>
      new Promise((resolve, reject) => {
        const leave = (cause: Error) => {
          waiting.delete(leave)
          reject(cause)
        }
        waiting.add(leave)
        pool.connect().then((connection) => {
          if (waiting.delete(leave)) resolve(connection)
          else connection.release(true)
        }, leave)
      }),
    end: async () => {
      ending = true
      for (const connection of idle) cutWhenSilent(connection)
      const ended = pool.end()
      // The driver serves them no more, and tells them so only once they have waited for as long as a connection may take.
      for (const leave of waiting) leave(new Error('Connection terminated with its pool'))
      await ended
    },
  }
}
