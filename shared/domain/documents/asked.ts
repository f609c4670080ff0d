import type { DocumentAsk } from '../../contract/documents/asks.ts'
import type { Output } from '../../contract/index.ts'
import type { OnRequest } from '../../contract/onRequest.ts'
import { missingMentions } from '../../documents/mentions.ts'
import type { Decide, Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import type { View } from '../view.ts'
import { issueComposed, type Composing, type Composed, type AskRefusal } from './composing.ts'
import { requestHere } from '../queue/sheet.ts'
import { strangeLines, strangeProse, strangeReasons, strangeRemedies } from '../law/names.ts'
import type { Subjects } from './subjects.ts'

function composed(
  { composers }: Subjects,
  office: Office,
  what: DocumentAsk,
  context: Composing,
): Composed | Refused<AskRefusal> {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const strange = strangeWords(what) ?? electronicOf(office, what)
  if (strange) return strange
  // Which composer goes with which ask, the table's type says and TypeScript can't follow.
  const compose = composers[what.kind] as (
    office: Office,
    what: DocumentAsk,
    context: Composing,
  ) => Composed | Refused<AskRefusal>
  return compose(office, what, context)
}

/** An electronic acknowledgement is of an electronic filing alone (CRPA L112-11). */
function electronicOf(office: Office, what: DocumentAsk): Refused<'notElectronic'> | null {
  if (what.kind !== 'accuse' || what.form === 'ar') return null
  const channel = office.files.get(what.fileId)?.channel
  return channel === undefined || channel === 'email' ? null : { refusal: 'notElectronic' }
}

/** The words of an agent in what is asked for: lines that say where or which, prose that tells what happened. */
function strangeWords(what: DocumentAsk): Refused<AskRefusal> | null {
  switch (what.kind) {
    case 'transmission':
      return strangeLines([what.address])
    case 'urbanisme':
      return strangeLines([what.registration])
    case 'recensement':
      return strangeLines([what.birthPlace, what.domicile, what.residence])
    case 'original':
      return strangeProse([what.doubt])
    case 'incident':
      return strangeProse([what.what, what.effect])
    case 'regularisation':
      return (
        strangeProse([what.breach, what.consequence]) ??
        strangeReasons(what.law.flatMap(({ title, said }) => [title, said]))
      )
    case 'refus':
    case 'motifs':
      return strangeRemedies(what.remedies)
    default:
      return null
  }
}

/** By what an ask names whom it is about. */
type Naming = Pick<DocumentAsk, 'kind'> & {
  readonly [F in 'ticketId' | 'code' | 'ofDay' | 'fileId' | 'documentId']?: unknown
}

/** It names nobody: it is about the person received at this counter. */
const isOfReceived = ({ ticketId, code, ofDay, fileId, documentId }: Naming): boolean =>
  [ticketId, code, ofDay, fileId, documentId].every((named) => (named ?? null) === null)

/** Whether it is an incident asked from a page that shows nobody: it tells what happened in the office, and names nobody. */
const isOfNobody = ({ kind }: Naming, { request }: OnRequest): boolean =>
  kind === 'incident' && request === null

/** Composed, checked, numbered, chained and signed in one act. One that comes once its request is over names nobody else. */
export const issueAsked =
  (subjects: Subjects): Decide<'document.issue'> =>
  (office, { what, printerId, ...on }, context) => {
    if (on.request !== undefined && isOfReceived(what) && !isOfNobody(what, on)) {
      const here = requestHere(office, on, context)
      if ('refusal' in here) return here
    }
    const draft = composed(subjects, office, what, { ...context, ...on })
    return 'refusal' in draft ? draft : issueComposed(office, context, draft, printerId)
  }

/** The same, not issued: what it would say, and what lacks. */
export const draftView =
  (subjects: Subjects): View<'document.draft'> =>
  (office, { what }, { now, who, model, catalogue }) => {
    const draft = composed(subjects, office, what, { now, who, catalogue, personal: model.personal })
    if ('refusal' in draft)
      return {
        facts: null,
        lacks: [],
        refusal: { code: draft.refusal, details: [...(draft.details ?? [])] },
        signs: false,
      }
    return {
      facts: draft.facts,
      lacks: missingMentions(draft.facts).map((lack) => ({ ...lack })),
      refusal: null,
      signs: draft.cannotSign === undefined,
      ...acknowledgedBefore(office, what),
    }
  }

/** A second acknowledgement of one request is no refusal, but who gives it is told of the first. */
function acknowledgedBefore(
  office: Office,
  what: DocumentAsk,
): Pick<Output<'document.draft'>, 'acknowledgedOn'> {
  if (what.kind !== 'accuse' || what.form === 'aee') return {}
  const before = office.files.get(what.fileId)?.acknowledged.findLast(({ form }) => form !== 'aee')
  return before ? { acknowledgedOn: before.on } : {}
}
