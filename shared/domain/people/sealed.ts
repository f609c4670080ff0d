import type { SecretKind } from '../../contract/people/calls.ts'

/** What a person typed, as the host made it unreadable: what it is, and its hash (salted by scrypt; a badge's or a provider's account by the host's key). */
export type Sealed = { readonly hash: string; readonly kind: SecretKind | 'code' | 'badge' | 'login' }

/** The personal row of it. */
export type SealedRow = { readonly hash: string }
