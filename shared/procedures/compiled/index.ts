// Written by electron/host/rules/compile.ts: change the rules, not this list.
import autre1 from './autre-1.json' with { type: 'json' }
import cni1 from './cni-1.json' with { type: 'json' }

/** The rule files of this program, as JSON. */
export const compiledProcedures: readonly unknown[] = [
  autre1,
  cni1,
]
