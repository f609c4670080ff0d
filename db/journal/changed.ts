import type { PersonalKey } from '../../shared/domain/decision.ts'

/** A personal row changed: its value now, undefined once it is erased. */
export type PersonalChanged = PersonalKey & { readonly value: unknown }
