import type { FactsOf } from '../../contract/documents/issued.ts'
import { tillMeans } from '../../contract/till/books.ts'
import { words } from '../../messages/documents/documents.fr.ts'
import { date as day, euros, hour } from '../../messages/format/numbers.ts'
import { tillWords } from '../../messages/till/till.fr.ts'
import { tillPaperWords as said } from '../../messages/till/papers.fr.ts'
import { speaker, type Row, type DocumentBody, type BodyWriters, type Section } from './body.ts'

// « Quittance », « Reçu » and « Bordereau de versement »: what was due, by which text, how it was paid, and to whom it goes.

type Kind = 'quittance' | 'recu' | 'bordereau'
type Collected = FactsOf<'quittance'> | FactsOf<'recu'>

const when = ({ paidAt, zone }: Collected): string => words.at(day(paidAt, zone), hour(paidAt, zone))

/** Whose till it is, and for whom it collects. */
function tillSection({ till, regisseur, mandataire, accountant, counter }: FactsOf<Kind>): Section {
  const { name, street, postalCode, city } = accountant
  return {
    is: 'table',
    title: said.till,
    columns: [said.aboutColumn, said.saidColumn],
    rows: [
      { term: said.tillRow, detail: till.name },
      { term: said.actRow, detail: said.act(till.act, till.actOn) },
      { term: said.regisseurRow, detail: speaker(regisseur) ?? said.nobody },
      ...(mandataire === null
        ? []
        : [{ term: said.mandataireRow, detail: speaker(mandataire) ?? said.nobody }]),
      { term: said.accountantRow, detail: `${name}, ${street}, ${postalCode} ${city}` },
      ...(counter === null ? [] : [{ term: said.counterRow, detail: counter }]),
    ],
  }
}

/** Each product with what it costs and the texts that make it due. */
function productSection(facts: Collected): Section {
  const stamped = facts.kind === 'recu' && facts.stamp !== null
  const rows = facts.lines.map((line): Row => {
    const { title, quantity, unitCents, cents, article, source, tariff, exemption } = line
    const sum = stamped
      ? said.worth(euros(unitCents))
      : exemption === null
        ? said.detail(quantity, euros(unitCents), euros(cents))
        : said.exempt(quantity, euros(unitCents), exemption.title, exemption.source)
    const parts = [sum, said.texts(article, source, tariff.source, tariff.from)]
    return { term: title, detail: parts.join(' ; ') }
  })
  return { is: 'table', title: said.products, columns: [said.productColumn, said.amountColumn], rows }
}

const collectedNotes = (facts: Collected): readonly string[] => [
  said.entry(facts.entry),
  ...(facts.corrects === null ? [] : [said.corrects(facts.corrects)]),
  ...(facts.payer === null ? [] : [said.payer(facts.payer)]),
  ...(facts.means === null ? [] : [said.paid(tillWords.means[facts.means])]),
  ...(facts.reference === null ? [] : [said.reference(facts.reference)]),
]

const signed = ({ author, service }: FactsOf<Kind>): string => {
  const name = speaker(author)
  return name === null ? words.issuedByService(service) : words.issuedBy(name, service)
}

function quittance(facts: FactsOf<'quittance'>): DocumentBody {
  const { dueCents, givenCents, changeCents, means } = facts
  return {
    lead: said.quittance(dueCents, when(facts)),
    notes: [
      ...collectedNotes(facts),
      ...(means === 'cash' ? [said.given(euros(givenCents), euros(changeCents))] : []),
    ],
    sections: [productSection(facts), tillSection(facts)],
    signed: signed(facts),
    signature: said.sign,
  }
}

function recu(facts: FactsOf<'recu'>): DocumentBody {
  const { dueCents, stamp } = facts
  const lead =
    stamp !== null
      ? said.stampSeen(stamp, when(facts))
      : dueCents === 0
        ? said.nothingDue(when(facts))
        : said.quittance(dueCents, when(facts))
  return {
    lead,
    notes: collectedNotes(facts),
    sections: [productSection(facts), tillSection(facts)],
    signed: signed(facts),
    signature: said.sign,
  }
}

function bordereau(facts: FactsOf<'bordereau'>): DocumentBody {
  const { totalCents, moved, cheques, byProduct, coins, from, to, gapsCents, floatCents } = facts
  const sum = (means: (typeof tillMeans)[number]): string =>
    means === 'cheque' ? said.cheques(moved.cheque, cheques) : euros(moved[means])
  const means = tillMeans.filter((one) => moved[one] !== 0)
  const sections: readonly Section[] = [
    {
      is: 'table',
      title: said.means,
      columns: [said.meansColumn, said.sumColumn],
      rows: means.map((one) => ({ term: tillWords.means[one], detail: sum(one) })),
    },
    {
      is: 'table',
      title: said.byProduct,
      columns: [said.productColumn, said.sumColumn],
      rows: byProduct.map(({ title, quantity, cents }) => ({
        term: title,
        detail: said.quantity(quantity, euros(cents)),
      })),
    },
    {
      is: 'table',
      title: said.coins,
      columns: [said.coinsColumn, said.sumColumn],
      rows: coins.map(({ face, count }) => ({
        term: euros(face),
        detail: said.coin(count, euros(face), euros(face * count)),
      })),
    },
  ]
  return {
    lead: said.remitted(totalCents, facts.accountant.name),
    notes: [
      said.entry(facts.entry),
      ...(from === null || to === null ? [] : [said.period(from, to)]),
      ...(gapsCents < 0 ? [said.short(euros(-gapsCents))] : []),
      ...(gapsCents > 0 ? [said.over(euros(gapsCents))] : []),
      said.float(euros(floatCents)),
      said.perpetual(euros(facts.perpetualCents)),
    ],
    sections: [...sections.filter((one) => one.is !== 'table' || one.rows.length > 0), tillSection(facts)],
    signed: signed(facts),
    signature: said.signBoth,
  }
}

export const tillBodies: BodyWriters<Kind> = { quittance, recu, bordereau }
