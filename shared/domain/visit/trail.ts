import { canonicalJson } from '../../contract/canonical.ts'
import type { FactsOf } from '../../contract/documents/issued.ts'
import type { PrinterId } from '../../contract/ids.ts'
import type { Language } from '../../contract/text.ts'
import { shortCodeOf } from '../../documents/seal.ts'
import type { Context, Decide, Refused, Passage } from '../decision.ts'
import { counterOf, serviceName, type Office } from '../state.ts'
import { publishedRule } from '../queue/rules.ts'
import { natureUnder, procedureNow } from '../law/rulesNow.ts'
import { chosenPrinter, type Composing } from '../documents/composing.ts'
import { headOf } from '../documents/head.ts'
import { answered, copyJob, issue } from '../documents/issue.ts'

/** One new number a minute for a ticket, in milliseconds: whoever presses again gets the same paper again. */
const pace = 60_000

/** What the person's own trace would say now. The office is created. */
export function passageOf(
  office: Office,
  context: Omit<Composing, 'passage'>,
  { trail, documents, head }: Passage,
): FactsOf<'passage'> {
  const { serviceId, procedureId, number, takenAt } = trail.ticket
  const procedure = procedureId === null ? undefined : procedureNow(office, context, procedureId)
  return {
    kind: 'passage',
    ...headOf(office, context, {
      serviceId,
      label: procedure?.title.fr ?? serviceName(office, serviceId) ?? serviceId,
      person: null,
      ticket: number,
      // The office tells what its journal holds, whoever pressed the key.
      agentId: null,
    }),
    takenAt,
    steps: trail.steps.map((step) =>
      step.is === 'requestEnded' || step.is === 'ended'
        ? { ...step, ...natureUnder(context, step.rule) }
        : step,
    ),
    overtakes: [...trail.overtakes],
    documents: documents.map(({ hash, ...document }) => ({ ...document, shortCode: shortCodeOf(hash) })),
    queueRule: publishedRule(office)!,
    chain: { seq: head.seq, hash: head.hash, publicKey: office.publicKey },
  }
}

/** What a trace says of the visit: the same while nothing happened. */
const toldBy = ({ steps, overtakes, documents, queueRule }: FactsOf<'passage'>): string =>
  canonicalJson({ steps, overtakes, documents, queueRule })

/** Where it comes out: the printer that was said, the tickets' own at the kiosk, the agent's elsewhere. */
const printerFor = (
  office: Office,
  context: Pick<Context, 'who'>,
  said: PrinterId | null | undefined,
): PrinterId | null | Refused<'unknownPrinter'> =>
  said === undefined && context.who.role === 'kiosk'
    ? (office.settings?.ticketPrinterId ?? null)
    : chosenPrinter(office, context, said)

/** A new trace, numbered and signed; or the last one again, where nothing happened since or a minute has not gone by. */
export const printTrail: Decide<'trail.print'> = (office, { printerId: said }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { passage } = context
  if (!passage) return { refusal: 'codeWrong' }
  const printerId = printerFor(office, context, said)
  if (printerId !== null && typeof printerId === 'object') return printerId
  const facts = passageOf(office, context, passage)
  const { last, trail } = passage
  const before = last?.issued.facts
  if (last && before?.kind === 'passage') {
    const recent = context.now - before.issuedAt < pace
    if (recent || toldBy(before) === toldBy(facts))
      return again(office, context, last, printerId, trail.ticket.lang)
  }
  const { ticketId, visit } = trail.ticket
  const counterId = counterOf(office, context.who.agentId)?.counterId ?? null
  const issued = issue(office, context, [facts], {
    visit: { ticketId, visitId: visit?.visitId ?? null, counterId },
    printerId,
  })
  if ('refusal' in issued) return issued
  return {
    events: issued.events,
    personal: issued.personal,
    jobs: issued.jobs,
    output: { ...answered(issued.documents[0]!, issued.jobs), copy: 1 },
  }
}

/** One more copy of the last one; where no printer is, it is on the screen and nothing is counted. */
function again(
  office: Office,
  context: Context,
  { issued, copies }: NonNullable<Passage['last']>,
  printerId: PrinterId | null,
  lang: Language,
): ReturnType<typeof printTrail> {
  const { documentId } = issued.seal
  const printed = Math.max(office.copies.get(documentId) ?? 1, copies, 1)
  const jobs = copyJob(office, context, issued, printed + 1, printerId, { lang })
  if (jobs.length === 0) return { events: [], output: { ...answered(issued, []), copy: printed } }
  const copy = printed + 1
  return {
    events: [{ type: 'documentPrinted', data: { documentId, copy } }],
    jobs,
    output: { ...answered(issued, jobs), copy },
  }
}
