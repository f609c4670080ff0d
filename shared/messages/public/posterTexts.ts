import type { OfficeAddress } from '../../contract/office/settings.ts'

/** What the posters say in one language; the rule itself is the kiosk's, and the grounds carry their own titles. */
export type PosterTexts = {
  readonly titles: Readonly<Record<'rule' | 'priorities' | 'complain' | 'rights' | 'data', string>>
  readonly priorities: {
    readonly lead: string
    /** What the holder does, in order: nothing of their health is said. */
    readonly how: readonly string[]
    readonly grounds: string
    readonly local: string
    /** Above the words of the law, which stay in French. */
    readonly text: string
  }
  readonly complain: {
    readonly lead: string
    readonly here: string
    readonly hereHow: (address: OfficeAddress) => readonly string[]
    readonly contest: string
    readonly contestHow: readonly string[]
    readonly defender: string
    readonly defenderHow: readonly string[]
  }
  readonly rights: { readonly lead: string; readonly list: readonly string[]; readonly data: string }
  /** The whole notice of personal data (GDPR, art. 13), which papers say in short. */
  readonly data: {
    /** Who answers for the data. */
    readonly lead: (office: string) => string
    /** Why, what, who sees it, how long, which rights. */
    readonly list: readonly string[]
    readonly ask: (contact: string) => string
    readonly cnil: string
  }
  /** The French paper is the one that counts (CRPA L111-1); null in French. */
  readonly translated: string | null
}

/** Where a person writes or calls: the same in every language. */
export const waysOf = ({ name, street, postalCode, city, phone, email }: OfficeAddress): string =>
  [`${name}, ${street}, ${postalCode} ${city}`, phone.replaceAll(' ', '\u00a0'), email]
    .filter((way) => way !== null)
    .join(' · ')
