import type { Event } from '../../contract/events.ts'
import type { Decide } from '../decision.ts'
import { assessSheet } from '../law/checklist.ts'
import { addCalendarDays } from '../law/time/days.ts'
import { sentToItself } from '../law/itself.ts'
import { strangeLines, strangeProse } from '../law/names.ts'
import { acknowledgementBarred, acknowledgementBarredBy } from './acknowledgement.ts'
import { acknowledgementOf } from './papers/acknowledging.ts'
import { settled } from './standing.ts'
import { transmissionFacts } from './papers/requests.ts'
import { isSecret } from './papers/steps.ts'
import { paperOfAct } from '../documents/withAct.ts'
import { fileAfter } from './evolve.ts'
import { cancelledByAct } from '../documents/again.ts'
import { askedIn, keptRow, openedFile, strangeDate } from './recorded.ts'
import { mistakable } from './sent.ts'
import { tellingOf } from './telling.ts'
import { strangeLastDay } from './term.ts'
import type { FileRow } from './state.ts'
import { toAskAgain } from './unmoved.ts'

/**
 * The acknowledgement given or sent, with its date (CRPA L112-3, R112-11-1, R112-11-2); its paper is issued in the same
 * act. One of a past day, or that another software gave, is only noted.
 */
export const acknowledgeFile: Decide<'file.acknowledge'> = (
  office,
  { fileId, form, on, dueOn, issue },
  context,
) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row, today } = found
  const strange = strangeDate(on, { after: file.receivedOn, today })
  if (strange) return strange
  if (form !== 'ar' && file.channel !== 'email') return { refusal: 'notElectronic' }
  const issues = issue && on === today
  // What was given before the decision, or before the file left, was given: it is only noted late.
  const barred = issues ? acknowledgementBarred(file) : acknowledgementBarredBy(file, addCalendarDays(on, -1))
  if (barred) return barred
  const { asks, facts, events } = acknowledgementOf(office, context, file, row, { form, on, dueOn })
  // What it asks has the term that a text sets, as when it is asked alone, of a past day too: later papers repeat it.
  const asked = askedIn(found)
  const short = strangeLastDay(assessSheet(asked.rules, asked.sheet), { asks, asked: on, dueOn })
  if (short) return short
  const paper = paperOfAct(office, context, fileId, issues ? facts : null)
  if ('refusal' in paper) return paper
  return {
    events: [...paper.events, ...events(paper.document?.number ?? null)],
    personal: paper.personal,
    jobs: paper.jobs,
    output: { reference: file.reference, document: paper.document },
  }
}

/**
 * Sent to another administration: to whom and what is personal, since it says what the person asks. The person is told by
 * the paper that the same act issues (CRPA L114-2).
 */
export const forwardFile: Decide<'file.forward'> = (
  office,
  { fileId, to, address, contact, sent, competent, on, receivedOn = null, issue },
  context,
) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row, today } = found
  if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  // Sent on, whatever day is noted, what silence gave would wait for an answer again.
  const over = competent ? settled(file, today) : undefined
  if (over) return over
  const strange =
    strangeDate(on, { after: file.receivedOn, today }) ??
    (receivedOn === null ? undefined : strangeDate(receivedOn, { after: on, today })) ??
    strangeLines([to, address, contact]) ??
    sentToItself(office, { name: to, address }) ??
    strangeProse([sent])
  if (strange) return strange
  const event: Event = { type: 'fileForwarded', data: { fileId, competent, on, receivedOn } }
  const told = {
    to,
    sent,
    ...(address === undefined ? {} : { address }),
    ...(contact === undefined ? {} : { contact }),
  }
  const noted = (last: FileRow['forwarded'][number]) => ({ ...row, forwarded: [...row.forwarded, last] })
  const after = fileAfter(file, { at: context.now, event }) ?? file
  const facts = issue
    ? transmissionFacts(office, context, after, noted(told), { rank: file.forwarded.length, address: null })
    : null
  const paper = paperOfAct(office, context, fileId, facts)
  if ('refusal' in paper) return paper
  const next = noted({ ...told, ...(paper.document && { paper: paper.document.documentId }) })
  return {
    events: [event, ...paper.events],
    personal: [keptRow(fileId, next, context.now), ...paper.personal],
    jobs: paper.jobs,
    output: { reference: file.reference, document: paper.document },
  }
}

/**
 * The last forwarding was noted by mistake: the file is here again, with its clock and what this office owes. It stays in
 * the file, said to be a mistake; each paper that told the person stays registered, and another one cancels it.
 */
export const cancelForwarding: Decide<'file.cancelForwarding'> = (
  office,
  { fileId, rank, reason },
  context,
) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row, today: on } = found
  if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  if (mistakable(file) !== rank) return { refusal: 'forwardingSettled' }
  const strange = strangeProse([reason])
  if (strange) return strange
  const { transmissions = [] } = context
  if (transmissions === 'altered') return { refusal: 'documentAltered' }
  const telling = tellingOf(file, row, rank, transmissions)
  const secret = telling.some((paper) => isSecret(office, context, paper))
  const papers = cancelledByAct(office, context, fileId, telling, { reason, secret })
  if ('refusal' in papers) return papers
  const forwarded = row.forwarded.map((sent, at) => (at === rank ? { ...sent, mistaken: reason } : sent))
  const event: Event = { type: 'fileForwardingCancelled', data: { fileId, rank, on } }
  return {
    events: [event, ...papers.events],
    personal: [keptRow(fileId, { ...row, forwarded }, context.now), ...papers.personal],
    jobs: papers.jobs,
    output: {
      reference: file.reference,
      documents: [...papers.documents],
      askAgain: toAskAgain(fileAfter(file, { at: context.now, event }) ?? file, {
        catalogue: context.catalogue,
        today: on,
      }),
    },
  }
}
