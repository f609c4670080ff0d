import type { Instant, ReasonId } from '../../contract/ids.ts'

export type Published = { readonly hash: string; readonly at: Instant; readonly validationId: ReasonId }

export type Validated = { readonly at: Instant; readonly validationId: ReasonId }

export type DraftValidation = Validated & { readonly partIds: readonly string[] }
