import { expect, test } from 'vitest'
import { FilesOffice } from '../../fixtures/filesOffice.ts'
import { deed, tillOffice } from '../../fixtures/till.ts'

// What was accepted once blocks nothing: an office whose settings have such words, from before they were sent back, changes
// the rest; only what changes is judged.

const asks = 'Vous devez apporter un bail signé'
const other = 'Vous devez apporter une photo'
const malformed = { refusal: 'nameMalformed', details: [other] }

/** An office of before, in which every service and counter, the address, the papers and the quotas have these words. */
function made(): FilesOffice {
  const office = new FilesOffice()
  const { settings, paper, ...rest } = office.pure.office
  const { services, counters, address } = settings!
  office.pure.office = {
    ...rest,
    paper: { ...paper, lines: [asks] },
    settings: {
      ...settings!,
      address: { ...address, name: asks },
      services: services.map((service, at) => ({
        ...service,
        name: at === 0 ? { fr: asks } : service.name,
        rule: { ...service.rule, quota: { tickets: 40, text: asks } },
      })),
      counters: counters.map((counter, at) => (at === 0 ? { ...counter, name: { fr: asks } } : counter)),
    },
  }
  return office
}

const address = {
  street: '1 rue Haute',
  postalCode: '77000',
  city: 'Melun',
  phone: '01 60 00 00 00',
  email: null,
}
const service = { serviceId: 'titres', letter: 'Z', procedures: [] }
const quota = (said: string, tickets: number) => ({
  services: [
    {
      serviceId: 'titres',
      rule: { targetMinutes: 7, maximumMinutes: null, weight: 2, cap: null, quota: { tickets, text: said } },
      access: ['walkIn'],
      slotMinutes: null,
    },
  ],
})

test.each([
  ['service.set', (said: string) => ({ ...service, name: { fr: said } })],
  ['counter.set', (said: string) => ({ counterId: '1', name: { fr: said } })],
  ['rules.set', (said: string) => quota(said, 30)],
  ['office.setAddress', (said: string) => ({ ...address, name: said })],
  ['paper.set', (said: string) => ({ lines: ['Fermé le jeudi', said] })],
] as const)('%s judges only the words that it changes', (name, input) => {
  expect(made().act(name, input(asks), 'admin')).not.toHaveProperty('refusal')
  expect(made().act(name, input(other), 'admin')).toMatchObject(malformed)
})

test('till.setDeed judges only the words that it changes', () => {
  const till = tillOffice(Date.parse('2026-03-03T08:00:00Z'))
  till.office = { ...till.office, till: { ...till.office.till, deed: deed({ name: asks }) } }
  const set = (name: string) => till.act('till.setDeed', deed({ name, float: 6000 }), 'admin')
  expect(set(other)).toMatchObject(malformed)
  expect(set(asks)).not.toHaveProperty('refusal')
})
