import { always, author, written, type Checklists, type Mention } from './mention.ts'
import type { FactsOf } from '../../contract/documents/issued.ts'
import { tillMeans } from '../../contract/till/books.ts'

type Kind = 'quittance' | 'recu' | 'bordereau'
type Collected = FactsOf<'quittance'> | FactsOf<'recu'>

const cgi887 = 'CGI, art. 887'
const cgct = 'CGCT, art. R1617-1 et suivants'

/** Whose till it is, by which act, and for whom it collects. */
const tillNamed: Mention<FactsOf<Kind>> = {
  mention: 'till',
  article: cgct,
  there: ({ till }) => written(till.name) && written(till.act) && till.actOn !== '',
}
/** The régisseur, and the mandataire who collected, by name or by pseudonym. */
const regisseur: Mention<FactsOf<Kind>> = {
  mention: 'regisseur',
  article: cgi887,
  there: ({ regisseur: who }) =>
    who !== null &&
    ('pseudonym' in who ? written(who.pseudonym) : written(who.familyName) && written(who.firstName)),
}
const accountant: Mention<FactsOf<Kind>> = {
  mention: 'accountant',
  article: cgct,
  there: ({ accountant: to }) => written(to.name) && written(to.city),
}
/** The receipt's place in the journal à souches. */
const souche: Mention<FactsOf<Kind>> = {
  mention: 'entryNumber',
  article: 'Instruction 06-031-A-B-M',
  there: ({ entry }) => entry > 0,
}

const ofTill = [...always, author, tillNamed, regisseur, accountant, souche]

/** The nature of the product, what is due for it, and by which text. */
const products: Mention<Collected> = {
  mention: 'products',
  article: cgi887,
  there: ({ lines }) =>
    lines.length > 0 && lines.every(({ title, article }) => written(title) && written(article)),
}
const tariffs: Mention<Collected> = {
  mention: 'tariffSource',
  article: cgct,
  there: ({ lines }) => lines.every(({ tariff }) => written(tariff.source)),
}
const exemptions: Mention<Collected> = {
  mention: 'exemptionSource',
  article: cgct,
  there: ({ lines }) => lines.every(({ exemption }) => exemption === null || written(exemption.source)),
}
const amount: Mention<Collected> = {
  mention: 'dueAmount',
  article: cgi887,
  there: ({ dueCents, lines }) => dueCents === lines.reduce((sum, { cents }) => sum + cents, 0),
}

/** The checklists of the till's papers: each mention names its text. */
export const tillMentions: Checklists<Kind> = {
  quittance: [
    ...ofTill,
    products,
    tariffs,
    exemptions,
    amount,
    {
      mention: 'paid',
      article: cgi887,
      there: ({ dueCents, means, givenCents, changeCents }) =>
        dueCents > 0 && (means !== 'cash' || givenCents - changeCents === dueCents),
    },
  ],
  recu: [
    ...ofTill,
    products,
    tariffs,
    exemptions,
    {
      ...amount,
      // A stamp was paid elsewhere: what it is worth is not what is due here.
      there: (facts) => (facts.stamp === null ? amount.there(facts) : facts.dueCents === 0),
    },
    {
      mention: 'paid',
      article: cgi887,
      there: ({ dueCents, means, stamp }) =>
        dueCents > 0 ? means !== null && stamp === null : means === null,
    },
  ],
  bordereau: [
    ...ofTill,
    {
      mention: 'dueAmount',
      article: cgct,
      there: ({ totalCents, moved, coins }) =>
        totalCents === tillMeans.reduce((sum, means) => sum + moved[means], 0) &&
        moved.cash === coins.reduce((sum, { face, count }) => sum + face * count, 0),
    },
  ],
}
