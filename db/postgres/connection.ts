import type { Socket } from 'node:net'
import pg from 'pg'

/** Milliseconds that a server has to answer a goodbye. */
const leaving = 1000

/** Ends a connection; a server that says nothing more is not waited for. Never rejects. */
export async function parted(connection: pg.Client): Promise<void> {
  const { stream } = (connection as unknown as { readonly connection: { readonly stream: Socket } })
    .connection
  const silent = setTimeout(() => stream.destroy(), leaving)
  await connection.end().catch(() => {})
  clearTimeout(silent)
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
  pool.on('connect', each)
  pool.on('error', lost)
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
      const ended = pool.end()
      // The driver serves them no more, and tells them so only once they have waited for as long as a connection may take.
      for (const leave of waiting) leave(new Error('Connection terminated with its pool'))
      await ended
    },
  }
}
