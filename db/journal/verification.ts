import type { Seq } from '../../shared/contract/ids.ts'

/** The whole chain holds, up to `head`; or the first event that breaks it, and why, in French. */
export type Verification =
  | { readonly ok: true; readonly count: number; readonly head: { readonly seq: Seq; readonly hash: string } }
  | { readonly ok: false; readonly seq: Seq; readonly reason: string }
