import { actTold } from '../../contract/queue/counters.ts'
import type { FactsOf } from '../../contract/documents/issued.ts'
import { isSpanSaid, levelOf, type Announced } from '../../contract/waits/waits.ts'
import type { PassageStep } from '../../contract/documents/presenceFacts.ts'
import { trailOutcome, words } from '../../messages/documents/documents.fr.ts'
import { titles } from '../../messages/documents/titles.fr.ts'
import { date as day, hour, ticketNumber } from '../../messages/format/numbers.ts'
import { callWords, faultWords, presenceWords as said } from '../../messages/documents/presence.fr.ts'
import { ruleParagraph } from '../../messages/queue/rule.fr.ts'
import { dayAndHour } from '../moments.ts'
import { sentence, speaker, type Row, type DocumentBody, type BodyWriters, type Section } from './body.ts'

// What proves that somebody came: the certificate of who was not received, and a person's own trace of their visit.

type OfIssue = { readonly issuedAt: number; readonly zone: string }
/** Whether it is another day than that of issue: an hour is then said with its day. */
const dated = (at: number, { issuedAt, zone }: OfIssue) => day(at, zone) !== day(issuedAt, zone)
const when = (at: number, of: OfIssue) => (dated(at, of) ? dayAndHour : hour)(at, of.zone)

function nonReception(facts: FactsOf<'nonReception'>): DocumentBody {
  const { arrivedAt, receivedAt, until, zone, why, detail, fault, appointmentAt, author, service } = facts
  const name = speaker(author)
  const hours = [
    said.arrived(when(arrivedAt, facts)),
    receivedAt === null ? words.notReceived : said.begun(when(receivedAt, facts)),
    said.until(when(until, facts), dated(until, facts)),
  ]
  return {
    lead: said.notReceived(words.at(day(arrivedAt, zone), hour(arrivedAt, zone))),
    notes: [
      said.why[why],
      ...(detail === null ? [] : [said.detail(sentence(detail))]),
      said.fault(fault),
      ...(appointmentAt === null ? [] : [said.appointment(dayAndHour(appointmentAt, zone))]),
      said.claim,
    ],
    sections: [{ is: 'text', title: said.hours, lines: [`${hours.join(', ')}.`] }],
    signed: name === null ? words.issuedByService(service) : words.issuedBy(name, service),
  }
}

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ; ')

/** The wait as the ticket announced it. */
const announcedSaid = ({ p50, p90, sure }: Announced): string =>
  isSpanSaid(levelOf(sure)) ? said.step.announced(p50, p90) : said.step.doubtAnnounced

/** What one act was, in words; nothing of it that only the office should know. */
function stepSaid(step: PassageStep, facts: FactsOf<'passage'>): string {
  const { step: say } = said
  const ruled = (rule: { readonly procedureId: string; readonly version: string } | null) =>
    rule === null ? null : say.rules(rule.procedureId, rule.version)
  switch (step.is) {
    case 'taken':
      return joined([
        say.taken(step.channel, step.service, step.requests),
        step.appointmentAt === null ? null : say.appointmentAt(when(step.appointmentAt, facts)),
        step.announced === null ? null : announcedSaid(step.announced),
      ])
    case 'entered':
      return joined([
        say.entered(step.service),
        step.startedAt === null ? null : words.received(when(step.startedAt, facts)),
        step.outcome === null ? null : trailOutcome(step.outcome, undefined),
      ])
    case 'joined':
      return joined([
        say.joined(step.service, when(step.takenAt, facts)),
        step.missed ? say.joinedTooLate : null,
      ])
    case 'priority':
      return say.priority(step.given)
    case 'called':
      return joined([
        say.called(step.counter, callWords[step.reason]),
        step.overtaken === 0 ? null : say.overtaken(step.overtaken),
      ])
    case 'recalled':
      return say.recalled(step.counter)
    case 'absent':
      return say.absent
    case 'returned':
      return say.returned(step.keepsRank)
    case 'received':
      return say.received(step.counter)
    case 'parked':
      return joined([
        say.parked,
        step.promisedAt === null ? null : say.promised(when(step.promisedAt, facts)),
      ])
    case 'promised':
      return say.moved(when(step.promisedAt, facts))
    case 'resumed':
      return say.resumed(step.counter)
    case 'transferred':
      return step.back ? say.sentBack(step.service) : say.transferred(step.service)
    case 'replaced':
      return say.replaced
    case 'requestAdded':
      return say.requestAdded(step.service)
    case 'requestEnded':
      return joined([say.requestEnded(trailOutcome(step.outcome, step.nature)), ruled(step.rule)])
    case 'ended':
      return joined([
        say.ended(trailOutcome(step.outcome, step.nature)),
        step.fault === null ? null : faultWords[step.fault],
        ruled(step.rule),
      ])
    case 'left':
      return joined([say.left, faultWords[step.fault]])
    case 'notReceived':
      return joined([say.notReceived(step.how), faultWords[step.fault]])
    case 'undone':
      return say.undone(actTold(step))
  }
}

const table = (
  title: string,
  columns: readonly [string, string],
  rows: readonly Row[],
  none: string,
): Section =>
  rows.length === 0 ? { is: 'text', title, lines: [none] } : { is: 'table', title, columns, rows }

function passage(facts: FactsOf<'passage'>): DocumentBody {
  const { takenAt, zone, ticket, steps, overtakes, documents, queueRule, chain, service } = facts
  return {
    lead: said.lead(
      ticket === null ? '' : ticketNumber(ticket),
      words.at(day(takenAt, zone), hour(takenAt, zone)),
    ),
    notes: [said.yours],
    sections: [
      {
        is: 'table',
        title: said.steps,
        columns: [said.hourColumn, said.stepColumn],
        rows: steps.map((step) => ({ term: when(step.at, facts), detail: stepSaid(step, facts) })),
      },
      table(
        said.overtakes,
        [said.overtakeColumn, said.timesColumn],
        overtakes.map(({ reason, count }) => ({ term: callWords[reason], detail: said.times(count) })),
        said.noOvertake,
      ),
      table(
        said.documents,
        [said.documentColumn, said.codeColumn],
        documents.map(({ kind, number, issuedAt, shortCode, replacedBy }) => ({
          term: said.document(titles[kind], number, dayAndHour(issuedAt, zone)),
          detail: joined([shortCode, replacedBy === null ? null : said.replacedBy(replacedBy)]),
        })),
        said.noDocument,
      ),
      { is: 'text', title: said.rule, lines: [ruleParagraph(queueRule), words.groundKept] },
      {
        is: 'text',
        title: said.check,
        lines: [...said.checkHow, said.seq(chain.seq, chain.hash), said.key(chain.publicKey)],
      },
    ],
    signed: said.issuedByOffice(service),
  }
}

export const presenceBodies: BodyWriters<'nonReception' | 'passage'> = { nonReception, passage }
