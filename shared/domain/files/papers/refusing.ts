import type { Price } from '../../../contract/documents/said.ts'
import type { Refusing } from '../../../contract/documents/refusing.ts'
import type { Assessment } from '../../../contract/law/assessment.ts'
import type { FileRow, FileState } from '../state.ts'
import type { Office } from '../../state.ts'
import type { Composing } from '../../documents/composing.ts'
import { seenFile } from './fileFacts.ts'
import { remediesOf } from './remedies.ts'
import { signatoriesOf, signatoryOf } from '../../documents/signing.ts'

/** As many who may sign are named as a page shows. */
const mostNamed = 10

/** What a request costs, as its rules say why; null where nothing is due. */
export const priceOf = (assessment: Assessment | null): Price | null => {
  const fee = assessment?.fee
  if (!fee || fee.cents <= 0) return null
  const { cents, why, sources, toConfirm } = fee
  return { cents, why, sources: [...sources], toConfirm }
}

/** What a refusal of this file says that nobody types: its signatory, its remedies, what is due all the same. */
export function refusingOf(office: Office, context: Composing, file: FileState, row: FileRow): Refusing {
  const { assessment } = seenFile(office, context, file, row)
  const signing = signatoryOf(office, context, file.procedureId)
  const own = 'refusal' in signing ? null : signing.signatory
  return {
    signs: !('refusal' in signing),
    signatories: own ? [own] : signatoriesOf(office, context, file.procedureId).slice(0, mostNamed),
    remedies: remediesOf(office, assessment, 'decision'),
    price: priceOf(assessment),
  }
}
