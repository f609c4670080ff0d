import { useMemo } from 'react'
import type { DocumentKind } from '../../shared/contract/documents/kinds.ts'
import type { DocumentLine } from '../../shared/contract/documents/kept.ts'
import type { Issued } from '../../shared/contract/documents/issuing.ts'
import type { PrinterId } from '../../shared/contract/ids.ts'
import { askingOver, type Act, type Read } from '../link/asking.ts'
import { useLink } from '../link/hooks.ts'
import type { Link } from '../link/link.ts'

/** All that is done with documents, wherever one is shown; a refusal is given back, to be said where the act was asked. */
export type DocumentActs = {
  readonly list: Read<'document.list'>
  readonly get: Read<'document.get'>
  readonly closings: Read<'document.closings'>
  readonly print: Act<'document.print'>
  readonly issue: Act<'document.issue'>
  readonly duplicate: Act<'document.duplicate'>
  readonly correct: Act<'document.correct'>
  readonly cancel: Act<'document.cancel'>
  readonly handOver: Act<'document.handOver'>
  /** « Mon passage », by the code of the ticket's paper. */
  readonly printTrail: Act<'trail.print'>
  /** Keeps the draft of a refusal that another agent will sign. */
  readonly keepDraft: Act<'file.keepDraft'>
}

function actsOver(link: Link): DocumentActs {
  const { act, read } = askingOver(link)
  return {
    list: read('document.list'),
    get: read('document.get'),
    closings: read('document.closings'),
    print: act('document.print'),
    issue: act('document.issue'),
    duplicate: act('document.duplicate'),
    correct: act('document.correct'),
    cancel: act('document.cancel'),
    handOver: act('document.handOver'),
    printTrail: act('trail.print'),
    keepDraft: act('file.keepDraft'),
  }
}

/** The same object as long as the link is the same, so that a document shown is read once. */
export function useDocumentActs(): DocumentActs {
  const link = useLink()
  return useMemo(() => actsOver(link), [link])
}

/** What is done on one document, in the order of its buttons. */
export const documentActNames = ['print', 'handOver', 'duplicate', 'correct', 'cancel'] as const
export type DocumentActName = (typeof documentActNames)[number]

/** The keys of the acts on a document: the same letters on AZERTY and on QWERTY. */
export const documentActKeys: Readonly<
  Record<DocumentActName, { readonly code: string; readonly cap: string }>
> = {
  print: { code: 'KeyI', cap: 'I' },
  handOver: { code: 'KeyR', cap: 'R' },
  duplicate: { code: 'KeyU', cap: 'U' },
  correct: { code: 'KeyC', cap: 'C' },
  cancel: { code: 'KeyX', cap: 'X' },
}

const decisions: readonly DocumentKind[] = ['refus']
const ofMoney: readonly DocumentKind[] = ['recu', 'quittance', 'bordereau']

/** What a list says of a document. */
export type Listed = Pick<
  DocumentLine,
  'documentId' | 'kind' | 'number' | 'issuedAt' | 'erased' | 'handedAt' | 'cancelledBy' | 'correctedBy'
>

/** What can be done on a document as it stands; what cannot has no button, and the host would refuse it. */
export function actsOnDocument(
  line: Pick<Listed, 'kind' | 'erased' | 'handedAt' | 'cancelledBy' | 'correctedBy'>,
): readonly DocumentActName[] {
  if (line.erased || line.cancelledBy !== null || line.correctedBy !== null) return []
  const { kind, handedAt } = line
  const applies: Readonly<Record<DocumentActName, boolean>> = {
    print: true,
    handOver: handedAt === null,
    // The attestation de recensement has none (C. service national L113-2).
    duplicate: kind !== 'recensement',
    correct: handedAt === null && !ofMoney.includes(kind) && kind !== 'annulation',
    // A decision is withdrawn by another (CRPA L242-1), money is put right by an entry of the till.
    cancel: !decisions.includes(kind) && !ofMoney.includes(kind) && kind !== 'annulation',
  }
  return documentActNames.filter((name) => applies[name])
}

/** What the form of each act on a document is given. */
export type ActFormProps = {
  readonly line: Listed
  readonly acts: DocumentActs
  /** Where its paper goes, when that was chosen. */
  readonly printerId: { readonly printerId?: PrinterId | null }
  /** @param issued the document that the act made, if it made one */
  readonly onDone: (issued: Issued | null) => void
  readonly onCancel: () => void
}
