import type { AgentId, LocalDate } from '../../../shared/contract/ids.ts'
import { Deed } from '../../../shared/contract/till/calls.ts'
import { lessonDeed as words } from '../../../shared/messages/training/deed.fr.ts'

/** The invented deed by which a trainee holds the till of a training site: two products, cash, cheque and card. @param from the first day of its tariffs */
export function trainingDeed(regisseur: AgentId, from: LocalDate): Deed {
  const tariff = (cents: number) => [{ cents, from, to: null, source: words.deliberation }]
  const product = (productId: 'copie' | 'concession', cents: number) => ({
    productId,
    title: words.products[productId].title,
    article: words.products[productId].article,
    source: words.products[productId].source,
    by: 'till',
    tax: false,
    tariffs: tariff(cents),
    toConfirm: false,
  })
  return Deed.parse({
    name: words.name,
    act: words.act,
    actOn: from,
    regisseur,
    mandataires: [],
    accountant: words.accountant,
    products: [product('copie', 18), product('concession', 15_000)],
    exemptions: [],
    means: ['cash', 'cheque', 'card'],
    ceilings: { held: null, payment: null },
    float: 5000,
    remitEveryDays: 30,
  })
}
