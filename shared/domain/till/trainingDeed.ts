import type { AgentId, LocalDate, ProcedureId } from '../../contract/ids.ts'
import type { ExemptionId, ProductId } from '../../contract/till/books.ts'
import type { Deed, Product } from '../../contract/till/deed.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Decide } from '../decision.ts'
import { zoneOf } from '../state.ts'

// The invented deed of a training office: what a town hall's reception usually collects, at invented tariffs.

const product = (
  productId: string,
  title: string,
  part: number,
  cents: number,
  from: LocalDate,
  more: Partial<Product>,
): Product => ({
  productId: productId as ProductId,
  title,
  article: `Acte constitutif, art. 3, ${part}°`,
  source: 'Délibération d’exercice',
  by: 'till',
  tax: false,
  tariffs: [{ cents, from, to: null, source: 'Délibération d’exercice' }],
  toConfirm: false,
  ...more,
})

/** @param regisseur who learns, @param others who may collect for them, @param from the first day of its tariffs */
const trainingDeed = (regisseur: AgentId, others: readonly AgentId[], from: LocalDate): Deed => ({
  name: 'Régie de formation',
  act: 'Arrêté d’exercice',
  actOn: from,
  regisseur,
  mandataires: [...others],
  accountant: {
    name: 'Service de gestion comptable de formation',
    street: '2 rue du Trésor',
    postalCode: '77590',
    city: 'Fontaine-le-Port',
  },
  products: [
    product('copie', 'Photocopie A4', 1, 18, from, {
      source: 'CRPA, art. R311-11',
      procedureId: 'copie-acte' as ProcedureId,
    }),
    product('concession', 'Concession de cimetière, 15 ans', 2, 15_000, from, {
      source: 'CGCT, art. L2223-15',
    }),
    product('accueil', 'Attestation d’accueil', 3, 3000, from, {
      by: 'stamp',
      source: 'CESEDA, art. L436-10',
      procedureId: 'attestation-accueil' as ProcedureId,
    }),
  ],
  exemptions: [
    {
      exemptionId: 'ecole' as ExemptionId,
      title: 'Écoles de la commune',
      source: 'Délibération d’exercice, art. 4',
      products: ['copie' as ProductId],
    },
  ],
  means: ['cash', 'cheque', 'card'],
  ceilings: { held: { cents: 120_000, source: 'Acte constitutif, art. 7', toConfirm: false }, payment: null },
  float: 5000,
  remitEveryDays: 30,
})

/** The till can be learnt: whoever asks is its régisseur, and every other agent may collect too. */
export const takeTrainingDeed: Decide<'till.takeTrainingDeed'> = (office, _input, { who, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.school || who.agentId === null) return { refusal: 'notTraining' }
  if (office.till.session !== null) return { refusal: 'tillStillOpen' }
  const others = [...office.skills.keys()].filter((agentId) => agentId !== who.agentId)
  const firstOfYear = `${dateIn(zoneOf(office), now).slice(0, 4)}-01-01` as LocalDate
  return {
    events: [{ type: 'tillDeedSet', data: { deed: trainingDeed(who.agentId, others, firstOfYear) } }],
    output: {},
  }
}
