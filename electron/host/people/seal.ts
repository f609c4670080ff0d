import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { OfficeKey } from '../core/officeKey.ts'

/** How costly one guess is: 128 MiB and about 0.4 s of a processor, measured. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const
const length = 32

/** Secrets compared at once, each on a thread of its own, and about how many wait. */
const atOnce = 2
const mostWaiting = 32

/** What makes unreadable what people type, and recognises it afterwards. */
export type Seals = {
  /** Too many people sign in at once: nothing more is to be compared for now. */
  readonly busy: () => boolean
  /** With a salt of its own. */
  readonly seal: (typed: string) => Promise<string>
  /**
   * Whether this is what was sealed. Without a seal, as long a computation says no: a person who doesn't exist takes as long
   * as a wrong secret.
   */
  readonly matches: (typed: string, seal: string | undefined) => Promise<boolean>
  /** The seal of a badge: always the same, since the badge is found by it; without the host's key it says nothing of the badge. */
  readonly badge: (typed: string) => string
  /** The seal of a provider's account, by its issuer and its subject there. */
  readonly account: (account: { readonly issuer: string; readonly subject: string }) => string
}

/**
 * Both hashes begin with a key that only the office's key file gives: the tables alone, or a copy of them, are not enough
 * to try a million PINs. Ed25519's signatures are the same each time (RFC 8032), and this one is never given to anyone.
 */
export function startSeals(key: Pick<OfficeKey, 'sign'>, params: typeof cost | TestCost = cost): Seals {
  const keyFor = (use: string) =>
    createHash('sha256')
      .update(key.sign(Buffer.from(`guichet: ${use}`)))
      .digest()
  const pepper = keyFor('what opens a session')
  const badges = keyFor('badges')
  const accounts = keyFor('accounts of a provider')
  const { enter, waiting } = taking(atOnce)
  const hashOf = (typed: string, salt: Buffer): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const peppered = createHmac('sha256', pepper).update(typed, 'utf8').digest()
      scrypt(peppered, salt, length, params, (error, hash) => (error ? reject(error) : resolve(hash)))
    })
  return {
    busy: () => waiting() >= mostWaiting,
    seal: (typed) =>
      enter(async () => {
        const salt = randomBytes(16)
        return written(salt, await hashOf(typed, salt), params)
      }),
    matches: (typed, seal) =>
      enter(async () => {
        const parsed = seal === undefined ? undefined : read(seal)
        const hash = await hashOf(typed, parsed?.salt ?? randomBytes(16))
        return parsed !== undefined && timingSafeEqual(hash, parsed.hash)
      }),
    badge: (typed) => createHmac('sha256', badges).update(typed, 'utf8').digest('base64url'),
    account: ({ issuer, subject }) =>
      createHmac('sha256', accounts)
        .update(JSON.stringify([issuer, subject]), 'utf8')
        .digest('base64url'),
  }
}

/** A test tries thousands of sign-ins: it may say a smaller cost. */
export type TestCost = { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number }

const written = (salt: Buffer, hash: Buffer, { N, r, p }: TestCost): string =>
  `$scrypt$ln=${Math.log2(N)},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`

/** The salt and the hash of a seal of ours; undefined for anything else, which nothing matches. */
function read(seal: string): { readonly salt: Buffer; readonly hash: Buffer } | undefined {
  const [, kind, , salt, hash] = seal.split('$')
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return undefined
  const bytes = Buffer.from(hash, 'base64url')
  return bytes.length === length ? { salt: Buffer.from(salt, 'base64url'), hash: bytes } : undefined
}

/** Runs so many at once; the others wait in their order. */
function taking(most: number) {
  let running = 0
  const queue: (() => void)[] = []
  const enter = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => queue.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      // The place passes on: nobody who comes meanwhile takes it.
      if (next) next()
      else running--
    }
  }
  return { enter, waiting: () => queue.length }
}
