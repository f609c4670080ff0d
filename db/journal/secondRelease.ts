import type { Upcasters } from './upcaster.ts'

type Data = { readonly [name: string]: unknown }
const data = (some: unknown): Data => some as Data

/** What the law leaves to an office, before an office could say it: connected to nothing, no ballot, no address. */
const law = { exchanges: [], ballots: [], remedies: [] }

/** The facts of the second release, which knew no exchange between administrations, made into those of the third. */
export const secondRelease: Upcasters = {
  officeCreated: {
    2: (some) => ({ ...data(some), settings: { ...data(data(some)['settings']), law } }),
  },
}
