import type { ErrorCode } from '../../../shared/contract/refusals.ts'

/** What a call answers: its output as JSON text (the very text of the first answer when an act is repeated), or why not. */
export type Answer =
  | { readonly text: string }
  | { readonly code: ErrorCode; readonly details?: readonly string[] }

/** The answer of a command that says nothing but that it is done. */
export const done: Answer = { text: '{}' }
