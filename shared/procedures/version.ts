import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { LocalDate, ProcedureId } from '../contract/ids.ts'
import type { Procedure } from './catalogue.ts'
import { engineVersion } from './engine.ts'

/** What an issued document freezes, so that the same rules can be found and run again. */
export type RuleVersion = {
  readonly procedureId: ProcedureId
  readonly version: string
  /** SHA-256, in hexadecimal, of the key-sorted JSON of the rules and of the evaluator's version. */
  readonly hash: string
  readonly validFrom: LocalDate
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

const versions = new WeakMap<Procedure, RuleVersion>()

/** The frozen name of a version. The order of keys in the file does not change it; any word of a rule does. */
export function ruleVersion(procedure: Procedure): RuleVersion {
  const before = versions.get(procedure)
  if (before !== undefined) return before
  const { procedureId, version, validFrom, rules } = procedure
  const text = JSON.stringify(sorted({ engine: engineVersion, rules }))
  const frozen = { procedureId, version, hash: bytesToHex(sha256(utf8ToBytes(text))), validFrom }
  versions.set(procedure, frozen)
  return frozen
}
