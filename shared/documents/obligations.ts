import type { ObligationsPaper } from '../contract/documents/papers.ts'
import { sheetWords as words } from '../messages/visit/sheet.fr.ts'
import { words as paperWords } from '../messages/documents/documents.fr.ts'
import { languages } from '../messages/public/languages.ts'
import { calendarDate, euros } from '../messages/format/numbers.ts'
import { remedyWords } from '../messages/documents/remedies.fr.ts'
import type { Section } from './content.ts'
import { citedText } from './content/body.ts'
import type { Leaflet } from './leaflet.ts'
import { dayAndHour, typeset } from './moments.ts'

type Line = { readonly title: string; readonly detail: string | null }

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** « Venir retirer la carte : sinon détruite. » */
const line = ({ title, detail }: Line): string =>
  typeset(detail === null || detail === '' ? title : `${sentence(title)} ${sentence(detail)}`)

/** A section that has something to say. */
const list = (title: string, items: readonly string[]): readonly Section[] =>
  items.length === 0 ? [] : [{ is: 'list', title, items }]

const text = (title: string, lines: readonly string[]): readonly Section[] =>
  lines.length === 0 ? [] : [{ is: 'text', title, lines }]

function bring({ bring: pieces }: ObligationsPaper): Section {
  if (pieces.length === 0) return { is: 'text', title: words.bring, lines: [words.bringNothing] }
  const choice = pieces.filter(({ either }) => either).length > 1
  return {
    is: 'list',
    title: choice ? `${words.bring} (${words.either})` : words.bring,
    items: pieces.map(({ state, either, ...piece }) => {
      const parts = [choice && either ? `${words.or} ${piece.title}` : piece.title, words.states[state]]
      const title = parts.filter((part) => part !== '').join(', ')
      // What was shown needs no explaining any more.
      return line({ title, detail: state === 'given' ? null : piece.detail })
    }),
  }
}

/** To who reads French badly: what this paper is, and what is asked of most; the case itself is in French below. */
function spokenFirst({ spoken }: ObligationsPaper): readonly Section[] {
  if (!spoken) return []
  const { lang, subject, bring: things } = spoken
  const { paper } = languages[lang]
  return [
    { is: 'text', lang, title: subject, lines: [paper.obligations] },
    ...(things.length === 0 ? [] : [{ is: 'list' as const, lang, title: paper.usually, items: things }]),
  ]
}

function when({ from, to }: ObligationsPaper['dates'][number]): string | null {
  if (from !== null && to !== null) return words.between(calendarDate(from), calendarDate(to))
  if (to !== null) return words.before(calendarDate(to))
  return from === null ? null : words.since(calendarDate(from))
}

function dates({ dates: deadlines }: ObligationsPaper): readonly string[] {
  return deadlines.map((deadline) => {
    const day = when(deadline)
    const { title, late, detail } = deadline
    return line({
      title: day === null ? title : `${title} : ${day}`,
      detail: late ? words.late : day === null ? detail : null,
    })
  })
}

const price = ({ fee }: ObligationsPaper): readonly string[] => {
  if (fee === null) return []
  return fee.cents === 0 ? [words.free] : [line({ title: words.pay(euros(fee.cents)), detail: fee.why })]
}

/** Both sides' sheet: in large type what concerns the person, in ordinary type the texts that it rests on. */
export function obligationsLeaflet(paper: ObligationsPaper, reprint: boolean): Leaflet {
  const { address, remedy, rightToError, texts, rule } = paper
  const ways = [address.phone.replaceAll(' ', '\u00a0'), address.email].filter((way) => way !== null)
  const { procedureId, version, validFrom, hash } = rule
  return {
    officeName: typeset(paper.officeName),
    school: paper.school,
    issued: paperWords.printed(dayAndHour(paper.at, paper.zone)),
    title: words.title,
    officeLines: [typeset(`${address.street}, ${address.postalCode} ${address.city}`)],
    reprint,
    large: [
      { label: null, text: typeset(paper.subject), size: 2 },
      ...(paper.saidSubject === undefined
        ? []
        : [{ label: paperWords.saidByAgent, text: typeset(paper.saidSubject), size: 2 as const }]),
    ],
    blanks: null,
    largeType: true,
    sections: [
      ...spokenFirst(paper),
      bring(paper),
      ...list(
        words.notToBring,
        paper.notToBring.map(({ title, why }) => typeset(`${title} : ${words.whys[why]}.`)),
      ),
      ...list(words.byPerson, [...paper.byPerson.map(line), ...price(paper)]),
      ...list(words.dates, dates(paper)),
      // The right to error is said before what lateness costs (CRPA L123-1).
      ...list(words.error, [...(rightToError === null ? [] : [rightToError]), ...paper.ifLate].map(line)),
      ...list(words.byAdministration, paper.byAdministration.map(line)),
      ...text(words.incomplete, [line(paper.ifIncomplete)]),
      ...text(words.decision, [
        typeset(
          paper.declared ? words.declared(paper.decides) : words.decides(paper.decides, paper.collects),
        ),
        typeset(sentence(paper.silence)),
      ]),
      ...text(
        words.remedy,
        remedy === null ? [words.noRemedy] : [line(remedy), ...(remedy.noDelay ? [remedyWords.noDelay] : [])],
      ),
      ...list(
        words.delivers,
        paper.delivers.map(({ title, worth }) => typeset(sentence(`${title} : ${worth}`))),
      ),
      ...text(words.contact, [typeset(ways.join(', '))]),
    ],
    fine: [
      ...(texts.length === 0
        ? []
        : [
            {
              is: 'table' as const,
              title: words.texts,
              columns: [words.aboutColumn, words.textColumn] as const,
              // How sure a reading is, is said to the agents: of several texts nobody would know which is meant.
              rows: texts.map(({ about, sources }) => ({
                term: typeset(about),
                detail: typeset(sources.map(citedText).join(' ; ')),
              })),
            },
          ]),
      ...text(words.rules, [
        paperWords.rules(procedureId, version, calendarDate(validFrom), hash.slice(0, 12)),
      ]),
    ],
  }
}
