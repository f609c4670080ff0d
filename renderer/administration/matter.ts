import type { PrinterId } from '../../shared/contract/ids.ts'
import type { Section } from '../settings/sections.ts'

/** What answers a matter: the part where it is set, or one act done from here. */
export type MatterAct =
  | { readonly does: 'go'; readonly label: string }
  | { readonly does: 'backUp'; readonly label: string }
  | { readonly does: 'examine'; readonly label: string }
  | {
      /** `retry`: a paper that waits there, again, or a test where none waits; `test`: a test alone. */
      readonly does: 'retry' | 'test'
      readonly label: string
      readonly printerId: PrinterId
      readonly name: string
    }

/** Something that does not work, or that remains to be set; `section` is where it is set. */
export type Matter = {
  readonly id: string
  readonly section: Section
  readonly title: string
  readonly help: string
  readonly act: MatterAct
}
