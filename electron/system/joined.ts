import { rmSync } from 'node:fs'
import { z } from 'zod'
import { PairDone } from '../../shared/contract/network/pairing.ts'
import { readPrivate, writePrivate } from '../host/core/privateFiles.ts'
import type { Log } from '../host/core/log.ts'
import type { Joined } from '../host/core/mainMessages.ts'

/** The operating system's own protection of a secret. */
export type Seal = {
  readonly seal: (text: string) => Promise<Buffer>
  /** @throws when the system can't open it any more: another account, another machine, a keyring that was reset */
  readonly open: (sealed: Buffer) => Promise<string>
}

/** The file: the token is under the system's protection where there is one, else as it is, for its owner's eyes only. */
const JoinedFile = z.strictObject({
  joined: PairDone.omit({ token: true }),
  token: z.union([
    z.strictObject({ plain: PairDone.shape.token }),
    z.strictObject({ sealed: z.base64().max(4_000) }),
  ]),
})

export type JoinedKept = {
  /** What this machine is joined to; null: to nothing, or `unreadable`. Never throws. */
  readonly read: () => Promise<Joined | null | 'unreadable'>
  /** Replaces the file whole. @throws StorageError with the sentence to show */
  readonly write: (joined: Joined) => Promise<void>
  readonly remove: () => void
}

/**
 * The office that this machine is a station of, in a private file.
 * @param systemSeal the system's protection, asked for a token alone, as a keyring may take seconds to answer; null where
 *   there is none worth the name
 */
export function joinedFile(file: string, systemSeal: () => Promise<Seal | null>, log: Log): JoinedKept {
  let asked: Promise<Seal | null> | null = null
  const sealHere = () => (asked ??= systemSeal())
  return {
    async read() {
      try {
        // The schema is made by whoever names it: after the file, which most machines have not.
        const said: unknown = JSON.parse(readPrivate(file))
        const { joined, token } = JoinedFile.parse(said)
        if ('plain' in token) return { ...joined, token: token.plain }
        const seal = await sealHere()
        if (!seal) throw new Error('sealed by a protection that is not here')
        const opened = await seal.open(Buffer.from(token.sealed, 'base64'))
        return { ...joined, token: PairDone.shape.token.parse(opened) }
      } catch (error) {
        if (isAbsent(error)) return null
        log.fault('joinedUnreadable', error)
        return 'unreadable'
      }
    },
    async write({ token, ...joined }) {
      const seal = await sealHere()
      const sealed = await seal?.seal(token).catch((error: unknown) => {
        log.fault('sealFailed', error)
      })
      const kept = sealed ? { sealed: sealed.toString('base64') } : { plain: token }
      writePrivate(file, `${JSON.stringify({ joined, token: kept }, null, 2)}\n`)
    },
    remove: () => rmSync(file, { force: true }),
  }
}

/** There is no such file, which is how most machines are. */
function isAbsent(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
