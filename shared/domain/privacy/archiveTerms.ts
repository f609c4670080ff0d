import type { ArchiveKind, ArchiveTerm } from '../../contract/privacy/archives.ts'
import type { PersonalKind } from '../decision.ts'

// Data alone: pages read it too, and take nothing of the domain's state along.

/**
 * Whether what is written under a kind is a public archive (C. patrimoine L211-1, L211-4): the store destroys none without
 * the archives' visa. The others only serve to work, or are the agents' own. A kind without its word does not compile.
 */
export const isArchive: Readonly<Record<PersonalKind, boolean>> = {
  document: true,
  file: true,
  closedFile: true,
  tillNote: true,
  rightsRequest: true,
  incident: true,
  visa: true,
  sheet: false,
  closedSheet: false,
  ground: false,
  reason: false,
  appointment: false,
  preApplication: false,
  notice: false,
  secret: false,
  invitation: false,
  badge: false,
  login: false,
  attempts: false,
  preferences: false,
  recording: false,
  agent: false,
}

/** Months for which a decision may be challenged where no remedy was stated (CE, 13 July 2016, n° 387763). */
const contested = 12

/** The term that Guichet proposes for a kind, in months, and the fewest that a text or the courts allow; null without any. */
export const proposedTerms: Readonly<
  Record<ArchiveKind, { readonly term: ArchiveTerm; readonly minimum: number | null }>
> = {
  // Claims against a public body lapse after four years from the next 1 January (loi 68-1250, art. 1).
  document: { term: { months: 60, fate: 'elimination' }, minimum: contested },
  // Each procedure's text gives its own.
  closedFile: { term: { months: null, fate: 'sorting' }, minimum: contested },
  // Six years, after LPF L102 B.
  tillNote: { term: { months: 72, fate: 'elimination' }, minimum: 72 },
  // Code civil 2224.
  rightsRequest: { term: { months: 60, fate: 'elimination' }, minimum: contested },
  incident: { term: { months: 12, fate: 'elimination' }, minimum: null },
}

export const archiveKinds = Object.keys(proposedTerms) as readonly ArchiveKind[]

/** A term as it counts: one settled below the least that is allowed, by an older version or another journal, is the least. */
export function termCounted(kind: ArchiveKind, { months, fate }: ArchiveTerm): ArchiveTerm {
  const { minimum } = proposedTerms[kind]
  return { months: months === null ? null : Math.max(months, minimum ?? 0), fate }
}
