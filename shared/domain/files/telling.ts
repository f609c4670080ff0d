import type { FactsOf } from '../../contract/documents/issued.ts'
import type { LoadedDocument } from '../documents/subjects.ts'
import { holds } from './sent.ts'
import type { FileRow, FileState } from './state.ts'

// Which forwarding a paper tells of: it was issued by its act, or asked again since, or puts another one right.

/** Whether a paper says what was noted of a forwarding; what was typed may be erased. */
const says = (
  { forwarded }: Pick<FileState, 'forwarded'>,
  row: Pick<FileRow, 'forwarded'>,
  rank: number,
  { on, competent, to }: FactsOf<'transmission'>,
): boolean => {
  const sent = forwarded[rank]
  const { to: typed = '' } = row.forwarded[rank] ?? {}
  return (
    sent !== undefined &&
    sent.on === on &&
    sent.competent === competent &&
    (typed === '' || typed === to.name)
  )
}

/**
 * The papers in force that tell of this forwarding alone. Of two that were noted alike, what one's own act did not issue
 * still tells of the other. A duplicate is said on the paper that cancels what it repeats.
 */
export function tellingOf(
  file: Pick<FileState, 'forwarded'>,
  row: Pick<FileRow, 'forwarded'>,
  rank: number,
  transmissions: readonly LoadedDocument[],
): readonly LoadedDocument[] {
  const numbered = new Map<string, LoadedDocument>(
    transmissions.map((paper) => [paper.issued.seal.number, paper]),
  )
  const first = (paper: LoadedDocument): LoadedDocument => {
    const { relates } = paper.issued.facts
    const before = relates?.how === 'correction' ? numbered.get(relates.number) : undefined
    return before === undefined ? paper : first(before)
  }
  const ofRank = (paper: LoadedDocument): boolean => {
    const { documentId } = first(paper).issued.seal
    const issuedBy = row.forwarded.findIndex((sent) => sent.paper === documentId)
    if (issuedBy >= 0) return issuedBy === rank
    const { facts } = paper.issued
    if (facts.kind !== 'transmission' || !says(file, row, rank, facts)) return false
    return !file.forwarded.some((sent, at) => at !== rank && holds(sent) && says(file, row, at, facts))
  }
  return transmissions.filter(
    (paper) =>
      paper.cancelledBy === null &&
      paper.correctedBy === null &&
      paper.issued.facts.relates?.how !== 'duplicate' &&
      ofRank(paper),
  )
}
