import { expect, test } from 'vitest'
import { fc, test as property } from '@fast-check/vitest'
import { contract } from '../../../shared/contract/index.ts'
import type { Printer } from '../../../shared/contract/printing/printers.ts'
import { AgentId, type CallId, type LocalDate, type PrinterId } from '../../../shared/contract/ids.ts'
import { serviceSets, wordFor, type ServiceSet } from '../../../shared/domain/office/defaults.ts'
import { allProcedures, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { addressFrom } from '../../../renderer/settings/office/addressForm.ts'
import {
  draftOf,
  printerFrom,
  screenDraft,
  type PrinterDraft,
} from '../../../renderer/settings/printing/printer.ts'
import {
  officeFrom,
  kindOf,
  usualForm,
  withAddress,
  withSet,
  type WelcomeForm,
} from '../../../renderer/welcome/welcomeForm.ts'
import { toAnnounce } from '../../../renderer/sound/calls.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const call = (callId: string, state: 'called' | 'here' = 'called') => ({ callId: callId as CallId, state })

test('no call is heard at the first sight of the office', () => {
  expect(toAnnounce(null, [call('a'), call('b')]).fresh).toEqual([])
})

test('a call is heard once, also when it is sent again after a cut, and a recall is heard again', () => {
  const first = toAnnounce(null, [])
  const second = toAnnounce(first.known, [call('a')])
  expect(second.fresh).toEqual([call('a')])
  const afterCut = toAnnounce(second.known, [call('a')])
  expect(afterCut.fresh).toEqual([])
  expect(toAnnounce(afterCut.known, [call('recall-of-a'), call('a')]).fresh).toEqual([call('recall-of-a')])
})

test('someone who is at the counter already is not called aloud', () => {
  expect(toAnnounce(new Set(), [call('a', 'here')]).fresh).toEqual([])
})

const views = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), { maxLength: 12 })
property.prop([views])('whatever views come in whatever order, no call is heard twice', (sent) => {
  let known: ReadonlySet<CallId> = new Set()
  const heard: string[] = []
  for (const ids of sent) {
    const next = toAnnounce(
      known,
      [...new Set(ids)].map((id) => call(id)),
    )
    heard.push(...next.fresh.map(({ callId }) => callId))
    known = next.known
  }
  expect(heard).toEqual([...new Set(heard)])
})

property.prop([fc.string(), fc.array(fc.string())])(
  'a short word is an id, and not one that is taken',
  (name, others) => {
    const taken = new Set(others.map((other) => wordFor(other, new Set(), 'agent')))
    const word = wordFor(name, taken, 'agent')
    expect(AgentId.safeParse(word).success).toBe(true)
    expect(taken.has(word)).toBe(false)
  },
)

test('a name gives a word without accents', () => {
  expect(wordFor('Élodie Le Gœff', new Set(), 'agent')).toBe('elodie-le-goeff')
  expect(wordFor('Élodie Le Gœff', new Set(['elodie-le-goeff']), 'agent')).toBe('elodie-le-goeff-2')
  expect(wordFor('سميرة', new Set(), 'agent')).toBe('agent')
})

const filled: WelcomeForm = {
  ...usualForm,
  address: {
    name: 'Mairie de Fontaine-le-Port',
    street: '1 place de la Mairie',
    postalCode: '77 590',
    city: 'Fontaine-le-Port',
    phone: '01 60 00 00 00',
    email: '',
  },
  you: { firstName: 'Nadia', familyName: 'Ferrand', capacity: 'agente d’accueil' },
  secret: { secret: 'quatre mots au hasard', again: 'quatre mots au hasard' },
}

test('the filled welcome makes an office that the contract accepts, with its first agent skilled in all', () => {
  const made = officeFrom({ ...filled, opens: '9h', closes: '16:30', counters: 3 })
  if (!('input' in made)) throw new Error(JSON.stringify(made.wrong))
  const { settings, agents } = contract['office.create'].input.parse(made.input)
  expect(settings.address.postalCode).toBe('77590')
  expect(settings.calendar.week[0]).toEqual([[540, 990]])
  expect(settings.calendar.week[6]).toEqual([])
  expect(settings.counters).toHaveLength(3)
  expect(settings.agents[0]?.services).toEqual(settings.services.map(({ serviceId }) => serviceId))
  expect(agents[0]?.agentId).toBe('nadia-ferrand')
  expect(made.secret).toBe('quatre mots au hasard')
})

test.each([
  ['mairie', 'Mairie de ', ['A', 'B', 'C', 'D']],
  ['franceServices', 'France services de ', ['E']],
  ['prefecture', 'Préfecture de ', ['F']],
  ['caisse', 'Caisse de ', ['G']],
] as const)('the ready set « %s » alone opens an office that receives for it', (set, prefix, letters) => {
  const none = { ...filled, ...withSet({ ...filled, address: usualForm.address }, 'mairie', false) }
  const form = { ...none, ...withSet(none, set, true) }
  expect(form.address.name).toBe(prefix)
  const address = { ...filled.address, name: `${prefix}Fontaine-le-Port` }
  const made = officeFrom({ ...form, address })
  if (!('input' in made)) throw new Error(JSON.stringify(made.wrong))
  const office = PureOffice.school(Date.UTC(2026, 2, 3, 8), made.input)
  expect(office.office.settings?.services.map(({ letter }) => letter)).toEqual(letters)
  expect(office.act('day.open', {}, 'supervisor')).toHaveProperty('output')
  for (const { serviceId, procedures } of office.office.settings!.services)
    for (const procedureId of procedures)
      expect(office.act('ticket.take', { serviceId, procedureId }, 'kiosk'), procedureId).toHaveProperty(
        'output',
      )
})

test('the untouched welcome says what each field lacks, each in one sentence', () => {
  const made = officeFrom({ ...usualForm, services: [], opens: '17 h', closes: '8 h 30' })
  if (!('wrong' in made)) throw new Error('an empty form made an office')
  expect(Object.keys(made.wrong.address)).toEqual(['name', 'street', 'postalCode', 'city', 'phone'])
  expect(Object.keys(made.wrong.you)).toEqual(['firstName', 'familyName'])
  expect(Object.keys(made.wrong.secret)).toEqual(['secret'])
  for (const sentence of [
    ...Object.values(made.wrong.secret),
    ...Object.values(made.wrong.address),
    made.wrong.hours,
    made.wrong.services,
  ])
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
})

test('the first manager’s passphrase is no code, no name of theirs, and the same twice', () => {
  const wrong = (secret: string, again = secret) => {
    const made = officeFrom({ ...filled, secret: { secret, again } })
    return 'wrong' in made ? made.wrong.secret : {}
  }
  for (const weak of ['', '480273', '480273480274', 'court', 'aaaaaaaaaaaaaaaa', 'Nadia Ferrand 1']) {
    const said = wrong(weak).secret ?? ''
    expect(said, weak).toMatch(/^\p{Lu}.*\.$/u)
  }
  expect(wrong('quatre mots au hasard', 'quatre mots au hazard')).toEqual({
    again: 'Les deux textes sont différents : tapez-les de nouveau.',
  })
  expect(wrong('quatre mots au hasard')).toEqual({})
})

const services = (form: Partial<WelcomeForm>) => {
  const made = officeFrom({ ...filled, ...form, address: filled.address })
  if (!('input' in made)) throw new Error(JSON.stringify(made.wrong))
  return made.input.settings.services
}
const ticked = (...sets: readonly ServiceSet[]) =>
  services(sets.reduce((form, set) => withSet(form, set, true), { ...withSet(usualForm, 'mairie', false) }))
const day = '2026-03-03' as LocalDate

test('every procedure of the catalogue is in a ready-made service, and each of these names one that exists', () => {
  const brought = new Set(serviceSets.flatMap(({ services: all }) => all.flatMap((one) => one.procedures)))
  const known = allProcedures(shippedCatalogue(), day).map(({ procedureId }) => procedureId)
  expect([...brought].toSorted()).toEqual(known.toSorted())
})

test('a town hall brings fourteen procedures to four services, « Autre démarche » to the general matters', () => {
  expect(ticked('mairie').map(({ letter, procedures }) => [letter, ...procedures])).toEqual([
    ['A', 'cni', 'passeport'],
    ['B', 'naissance', 'deces', 'copie-acte', 'pacs'],
    ['C', 'elections', 'recensement'],
    ['D', 'attestation-accueil', 'inscription-scolaire', 'legalisation', 'urbanisme', 'carte-grise', 'autre'],
  ])
})

test('what two services would bring is brought once, whatever is ticked, and no letter is given twice', () => {
  for (const sets of fc.sample(
    fc.shuffledSubarray(
      serviceSets.map(({ set }) => set),
      { minLength: 1 },
    ),
    40,
  )) {
    const made = ticked(...sets)
    const procedures = made.flatMap((one) => one.procedures)
    expect(new Set(procedures).size).toBe(procedures.length)
    expect(new Set(made.map(({ letter }) => letter)).size).toBe(made.length)
    const each = sets.flatMap((set) => ticked(set).flatMap((one) => one.procedures))
    expect(procedures.toSorted()).toEqual([...new Set(each)].toSorted())
  }
})

test('a set comes and goes whole; one of its services can be left out', () => {
  const both = withSet(usualForm, 'franceServices', true)
  const without = both.services.filter((serviceId) => serviceId !== 'elections')
  expect(services({ ...both, services: without }).map(({ letter }) => letter)).toEqual(['A', 'B', 'D', 'E'])
  expect(services(withSet(both, 'mairie', false)).map(({ letter }) => letter)).toEqual(['E'])
})

test('the town follows the office’s name until someone writes another one', () => {
  const named = withAddress(usualForm.address, { ...usualForm.address, name: 'Mairie de Nemours' })
  expect(named.city).toBe('Nemours')
  const other = withAddress(named, { ...named, city: 'Saint-Pierre-lès-Nemours' })
  expect(withAddress(other, { ...other, name: 'Mairie de Melun' }).city).toBe('Saint-Pierre-lès-Nemours')
})

test('an address that lacks its telephone says so, and an empty e-mail is none', () => {
  const made = addressFrom({ ...filled.address, phone: 'en mairie' })
  expect('wrong' in made && Object.keys(made.wrong)).toEqual(['phone'])
  expect(addressFrom(filled.address)).toMatchObject({ address: { email: null } })
})

const printers: readonly [Partial<PrinterDraft>, string][] = [
  [{ kind: 'tcp', address: '192.168.1.50:9100' }, 'tcp thermal80'],
  [{ kind: 'tcp', address: 'imprimante.mairie:9100', paper: 'a4' }, 'tcp thermal80'],
  [{ kind: 'cups', address: 'tickets' }, 'cupsRaw thermal80'],
  [{ kind: 'cups', address: 'bureau', paper: 'a4' }, 'cupsPdf a4'],
  [{ kind: 'system', address: 'HP LaserJet', paper: 'a4' }, 'chromium a4'],
  [{ kind: 'tcp', address: '192.168.1.50:9100', paper: 'thermal58' }, 'tcp thermal58'],
  [{ kind: 'windows', address: 'EPSON TM-T20III', paper: 'label58' }, 'windowsRaw label58'],
  [{ kind: 'folder', address: 'C:\\Papiers', paper: 'a4' }, 'filePdf a4'],
  [{ kind: 'bytes', address: '/srv/papiers', paper: 'a4' }, 'fileRaw thermal80'],
  [{ kind: 'screen' }, 'preview thermal80'],
]
test.each(printers)('a printer chosen as %j is reached by %s', (draft, expected) => {
  const made = printerFrom({ ...screenDraft, ...draft }, new Set())
  expect('printer' in made && `${made.printer.transport} ${made.printer.paper}`).toBe(expected)
})

test('what a printer has besides is kept, what is as usual is left unsaid, and changing it keeps its short word', () => {
  const made = (draft: Partial<PrinterDraft>, kept?: PrinterId) => {
    const { printer } = printerFrom({ ...screenDraft, ...draft }, new Set(), kept) as { printer: Printer }
    return printer
  }
  const usual = made({ kind: 'tcp', address: 'a:9100' })
  expect(Object.keys(usual).toSorted()).toEqual(['address', 'name', 'paper', 'printerId', 'transport'])
  const labels = made({
    kind: 'tcp',
    address: 'a:9100',
    paper: 'label58',
    labelHeight: '40',
    cutter: 'none',
    drawer: 'pin5',
    codepages: ['windows1251', 'windows1252'],
  })
  expect(labels).toMatchObject({
    cutter: 'none',
    drawer: 'pin5',
    codepages: ['windows1252', 'windows1251'],
    label: { heightMm: 40 },
  })
  expect(made(draftOf(labels), labels.printerId)).toEqual(labels)
  const wrong = (draft: Partial<PrinterDraft>) => {
    const said = printerFrom({ ...screenDraft, kind: 'tcp', address: 'a:9100', ...draft }, new Set())
    return 'wrong' in said ? Object.keys(said.wrong) : []
  }
  expect(wrong({ paper: 'label58', labelHeight: '4 cm' })).toEqual(['labelHeight'])
  expect(wrong({ codepages: [] })).toEqual(['codepages'])
})

test.each([
  { kind: 'folder', address: 'papiers' },
  { kind: 'tcp', address: '192.168.1.50' },
  { kind: 'tcp', address: '192.168.1.50:70000' },
  { kind: 'tcp', address: ':9100' },
  { kind: 'cups', address: 'deux mots' },
  { kind: 'system', address: ' ' },
] as const)('a printer that nothing can reach is refused with a sentence: %j', (draft) => {
  const made = printerFrom({ ...screenDraft, ...draft }, new Set())
  expect('wrong' in made && made.wrong.address).toMatch(/^\p{Lu}.*\.$/u)
})

test('the first run calls the office what it is, from what it receives, and leaves a name that someone typed', () => {
  expect(kindOf(usualForm.sets).create).toBe('Ouvrir la mairie')
  const also = { ...usualForm, ...withSet(usualForm, 'franceServices', true) }
  expect(also.address.name).toBe('Mairie de ')
  const instead = { ...also, ...withSet(also, 'mairie', false) }
  expect(instead.address.name).toBe('France services de ')
  expect(kindOf(instead.sets).title).toBe('Votre France services')
  // What the office is, without where, is no name.
  expect(officeFrom(instead)).toMatchObject({ wrong: { address: { name: expect.any(String) as string } } })
  const typed = { ...instead, address: { ...instead.address, name: 'Préfecture de Seine-et-Marne' } }
  expect(withSet(typed, 'prefecture', true).address.name).toBe('Préfecture de Seine-et-Marne')
  const cleared = withSet(instead, 'franceServices', false)
  expect([cleared.address.name, kindOf(cleared.sets).create]).toEqual(['', 'Ouvrir l’office'])
})
