import type { DocumentFacts } from '../contract/documents/issued.ts'
import type { OtherLanguage } from '../contract/text.ts'
import type { SummaryTexts } from '../messages/public/language.ts'
import { languages } from '../messages/public/languages.ts'
import type { Section } from './content/body.ts'

/** A day of the calendar in milliseconds: noon, so that no zone moves it. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`)

type Silence = {
  readonly sense: string
  readonly on: string | null
  readonly toConfirm: boolean
} | null

/** What silence is worth, where both its sense and its day are known: a doubt is said in French alone. */
function silenceSaid(silence: Silence, texts: SummaryTexts, declared: boolean): readonly string[] {
  const { date } = texts
  const said = declared ? texts.declared.silence : texts.silence
  if (silence === null || silence.on === null || silence.toConfirm) return []
  const { sense, on } = silence
  return sense === 'rejet' || sense === 'acceptation' ? [said[sense](date(noon(on), 'UTC'))] : []
}

/** The dates, amounts and addresses that a person comes back to the paper for, of each kind that has some. */
function factsSaid(facts: DocumentFacts, texts: SummaryTexts, hour: Hour): readonly string[] {
  const day = (on: string) => texts.date(noon(on), 'UTC')
  switch (facts.kind) {
    case 'accuse': {
      const due = facts.incomplete?.dueOn ?? null
      // While pieces lack, the day of silence is not sure: the French says what moves it.
      return due === null
        ? silenceSaid(facts.silence, texts, facts.nature === 'declaration')
        : [texts.giveBy(day(due))]
    }
    case 'pieces':
    case 'regularisation':
      return [texts.giveBy(day(facts.dueOn))]
    case 'transmission':
      return [
        texts.sentTo(facts.to.name),
        ...silenceSaid(facts.silence, texts, facts.nature === 'declaration'),
      ]
    case 'refus':
    case 'motifs': {
      if (facts.remedies === null || facts.remedies.toConfirm) return []
      const { delay, noDelay } = facts.remedies
      if (noDelay === true) return [texts.contest.noDelay]
      return delay === null ? [] : [texts.contest[delay.unit](delay.count)]
    }
    case 'urbanisme':
      return silenceSaid(
        {
          sense: facts.excluded ? 'rejet' : 'acceptation',
          on: facts.tacitOn,
          toConfirm: facts.toConfirm,
        },
        texts,
        facts.nature === 'declaration',
      )
    case 'sejour':
      return facts.until === null ? [] : [texts.valid(day(facts.from), day(facts.until))]
    case 'nonReception': {
      const { appointmentAt: at, zone } = facts
      return at === null ? [] : [texts.appointment(texts.date(at, zone), hour(at, zone))]
    }
    case 'quittance':
    case 'recu':
      return [texts.paid(texts.money(facts.dueCents))]
    case 'annulation':
      return [texts.cancels(facts.cancels.number)]
    default:
      return []
  }
}

type Hour = (at: number, zone: string) => string

/**
 * A document in short in the person's language, to stand beside the French one, which alone is of record (CRPA L111-1):
 * what it is for, its number, and the days, amounts or addresses that are certain. What somebody typed is not translated.
 */
export function summaryIn(lang: OtherLanguage, facts: DocumentFacts, number: string): Section {
  const { summary, kiosk } = languages[lang]
  const { purposes } = summary.declared
  const declared = facts.nature === 'declaration' ? purposes[facts.kind] : undefined
  return {
    is: 'text',
    lang,
    title: summary.title,
    lines: [
      declared ?? summary.purposes[facts.kind],
      summary.number(number, summary.date(facts.issuedAt, facts.zone)),
      ...factsSaid(facts, summary, kiosk.hour),
      summary.keep,
      summary.information,
      // A date that ends with its own full stop (« 2026 р. ») ends the sentence too.
    ].map((line) => line.replace(/\.\.$/, '.')),
  }
}
