import type { SecretKind } from '../../contract/people.ts'

/** What a person typed, as the host made it unreadable: what it is, and its hash (salted by scrypt; a badge's by the host's key). */
export type Sealed = { readonly hash: string; readonly kind: SecretKind | 'code' | 'badge' }

/** The personal row of it. */
export type SealedRow = { readonly hash: string }
