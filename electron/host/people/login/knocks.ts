import { randomInt } from 'node:crypto'
import type { Instant } from '../../../../shared/contract/ids.ts'
import type { KnockId } from '../../../../shared/contract/people/login.ts'
import type { Identity } from './provider.ts'

/** Someone whom the provider knows, and who is nobody here yet. */
export type Knock = {
  readonly knockId: KnockId
  /** On their screen and in the administration: a manager links the one who tells it. */
  readonly code: string
  readonly name: string
  readonly email: string
  readonly account: Account
  readonly at: Instant
}
/** What no other account has: a subject is one's own within its issuer alone. */
export type Account = Pick<Identity, 'issuer' | 'subject'>

export type Knocks = {
  readonly add: (identity: Identity) => Knock
  readonly all: () => readonly Knock[]
  readonly of: (knockId: KnockId) => Knock | undefined
  readonly forget: (knockId: KnockId) => void
}

/** In memory alone, a day at most, in milliseconds: who is not linked meanwhile signs in again. */
const lasts = 24 * 3_600_000
const most = 50

/** People whom a provider named and whom no agent is linked to yet, fifty at most. */
export function startKnocks(now: () => Instant, newId: () => string): Knocks {
  let knocks: readonly Knock[] = []
  const all = () => {
    knocks = knocks.filter(({ at }) => at + lasts > now())
    return knocks
  }
  return {
    all,
    of: (knockId) => all().find((knock) => knock.knockId === knockId),
    forget: (knockId) => {
      knocks = knocks.filter((knock) => knock.knockId !== knockId)
    },
    add: ({ issuer, subject, name, email }) => {
      const same = ({ account }: Knock) => account.issuer === issuer && account.subject === subject
      const knock: Knock = {
        knockId: newId() as KnockId,
        code: String(randomInt(1_000_000)).padStart(6, '0'),
        name,
        email,
        account: { issuer, subject },
        at: now(),
      }
      // Who knocks again is there once, with the code of their last screen.
      knocks = [knock, ...all().filter((other) => !same(other))].slice(0, most)
      return knock
    },
  }
}
