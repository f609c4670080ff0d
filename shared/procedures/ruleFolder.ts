import type { Draft } from './fiches/draft.ts'
import type { RulePackage } from './package.ts'

/** A package that lies in the office's folder: whether its key is trusted here, and what is wrong in it. */
export type HeldPackage = {
  readonly hash: string
  readonly package: RulePackage
  readonly trusted: boolean
  readonly problems: readonly string[]
}

/** What the office's folder of rules holds. */
export type RuleFolder = {
  readonly packages: readonly HeldPackage[]
  /** Files that are no package, each with what is wrong. */
  readonly unreadable: readonly { readonly file: string; readonly why: string }[]
  /** Drafts made from official fiches, by id. */
  readonly drafts: ReadonlyMap<string, Draft>
}

export const emptyRuleFolder: RuleFolder = { packages: [], unreadable: [], drafts: new Map() }
