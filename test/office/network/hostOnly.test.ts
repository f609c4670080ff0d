import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Printer } from '../../../shared/contract/printing/printers.ts'
import { callNames, calls, type CallName, type Output } from '../../../shared/contract/index.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { holderOf, startHostHere, type HostHere } from '../../fixtures/hostHere.ts'

// What names a file, a folder, a device, a command or an address of the host's own machine is set at its own seat alone: a
// station of the network repeats what stands, and names nothing more.

let office: HostHere
beforeAll(async () => {
  office = await startHostHere(Date.UTC(2026, 2, 3, 9))
})
afterAll(() => office.stop())

const here = holderOf('admin')
const away = holderOf('admin', 'bureau', { from: '192.168.1.20' })
const printer = (transport: Printer['transport'], address: string): Printer => ({
  printerId: 'p1' as Printer['printerId'],
  name: 'Imprimante',
  transport,
  address,
  paper: 'thermal80',
})
const printers = (...all: readonly Printer[]) => ({ printers: all, ticketPrinterId: null, counters: [] })
const door = async () => ((await office.ask(here, 'stations.view')) as Output<'stations.view'>).door.settings
const provider = (issuer: string, privateAddresses: boolean) => ({
  settings: {
    kind: 'other',
    label: 'Annuaire',
    issuer,
    registeredAs: 'guichet',
    origin: 'https://accueil.example',
    siret: null,
    privateAddresses,
  },
})
const webhook = { label: 'Suivi', types: [] }
const software = { privateAddresses: true, notices: { means: [], ahead: 2 } }

describe('a paired station is refused', () => {
  test.each<readonly [string, CallName, () => object | Promise<object>]>([
    [
      'a printer that writes a folder',
      'office.setPrinters',
      () => printers(printer('fileRaw', '/etc/cron.d')),
    ],
    ['one that writes PDFs there', 'office.setPrinters', () => printers(printer('filePdf', '/root'))],
    ['a queue of the host', 'office.setPrinters', () => printers(printer('cupsRaw', 'accueil'))],
    ['a device of the host', 'office.setPrinters', () => printers(printer('chromium', 'HP'))],
    ['a port of the host', 'office.setPrinters', () => printers(printer('tcp', '127.0.0.1:9100'))],
    ['a port that is no printer’s', 'office.setPrinters', () => printers(printer('tcp', '192.168.1.9:22'))],
    ['a name', 'office.setPrinters', () => printers(printer('tcp', 'localhost:9100'))],
    ['the queues of the host', 'printers.found', () => ({})],
    ['an office of its own', 'office.create', () => schoolOffice],
    ['another interface', 'network.set', async () => ({ ...(await door()), on: 'eth1' })],
    ['another port', 'network.set', async () => ({ ...(await door()), port: 22 })],
    [
      'files of a certificate',
      'network.set',
      async () => ({ ...(await door()), certificate: { chainFile: '/etc/passwd', keyFile: '/etc/shadow' } }),
    ],
    ['the private addresses', 'software.set', () => software],
    ['a webhook to the host', 'webhook.create', () => ({ ...webhook, url: 'https://127.1:8443/' })],
    ['a provider of the host’s networks', 'login.set', () => provider('https://10.0.0.1', true)],
    ['to try one', 'login.try', () => provider('https://127.0.0.1:8443', true)],
    ['a folder of copies', 'backup.setOutside', () => ({ outside: { folder: '/mnt', recipient: 'age1' } })],
    ['the place of updates', 'updates.set', () => ({ on: true })],
    [
      'a gateway of notices',
      'gateways.set',
      () => ({ gateway: { means: 'sms', sms: { url: 'http://10.0.0.1/sms', header: null } } }),
    ],
    ['to try one of notices', 'gateways.try', () => ({ means: 'sms', to: '0612345678' })],
    [
      'another office',
      'partners.set',
      () => ({
        office: {
          partnerId: 'annexe',
          name: 'Mairie annexe',
          url: 'https://10.0.0.1:8443',
          pins: [],
          places: true,
          figures: false,
        },
        token: 'un-jeton-de-seize-signes',
      }),
    ],
    ['to ask another office', 'partners.try', () => ({ partnerId: 'annexe' })],
    ['to remove one', 'partners.remove', () => ({ partnerId: 'annexe' })],
    ['the key', 'key.protect', () => ({})],
    ['the token of the machines that follow', 'standby.renewToken', () => ({})],
  ])('%s', async (_, name, input) => {
    expect(await office.ask(away, name, await input())).toBe('onlyAtHost')
    expect(await office.ask(here, name, await input()), 'the host’s own seat is not').not.toBe('onlyAtHost')
    if (name === 'office.setPrinters') await office.ask(here, name, printers())
    if (name === 'network.set')
      await office.ask(here, name, { ...(await door()), on: null, port: 8443, certificate: null })
    if (name === 'software.set') await office.ask(here, name, { ...software, privateAddresses: false })
  })
})

test('a paired station sets a printer of the local network, one that shows on the screen, and keeps what the host set', async () => {
  const set = [printer('tcp', '127.0.0.1:9100')]
  expect(await office.ask(here, 'office.setPrinters', printers(...set))).toEqual({})
  const renamed = { ...set[0]!, name: 'Accueil', paper: 'thermal58' as const }
  const network = {
    ...printer('tcp', '192.168.1.50:9100'),
    name: 'Guichet',
    printerId: 'p2' as Printer['printerId'],
  }
  const screen = { ...printer('preview', ''), name: 'Écran', printerId: 'p3' as Printer['printerId'] }
  expect(await office.ask(away, 'office.setPrinters', printers(renamed, network, screen))).toEqual({})
  const other = printer('tcp', '127.0.0.1:9101')
  expect(await office.ask(away, 'office.setPrinters', printers(other))).toBe('onlyAtHost')
  expect(await office.ask(away, 'print.test', { printerId: 'p3' })).toHaveProperty('jobId')
})

test('a paired station changes what names nothing of the machine, beside what does', async () => {
  expect(await office.ask(away, 'network.set', { ...(await door()), discoverable: false })).toHaveProperty(
    'settings',
  )
  expect(await office.ask(away, 'software.set', { ...software, privateAddresses: false })).toEqual({})
  expect(
    await office.ask(away, 'webhook.create', { ...webhook, url: 'https://suivi.example/' }),
  ).toHaveProperty('webhookId')
})

test('an address of the host that its seat allowed to notify allows no other port nor path of it', async () => {
  await office.ask(here, 'software.set', software)
  const url = 'http://127.0.0.1:9/suivi'
  const made = (await office.ask(here, 'webhook.create', { ...webhook, url })) as Output<'webhook.create'>
  const set = (other: string) =>
    office.ask(away, 'webhook.set', { ...webhook, webhookId: made.webhookId, url: other, active: true })
  expect(await set('http://127.0.0.1:10/suivi')).toBe('onlyAtHost')
  expect(await set('http://127.0.0.1:9/autre')).toBe('onlyAtHost')
  expect(await office.ask(away, 'webhook.create', { ...webhook, url: 'http://127.0.0.1:10/' })).toBe(
    'onlyAtHost',
  )
  expect(await set(url), 'what stands is repeated').toEqual({})
  await office.ask(here, 'software.set', { ...software, privateAddresses: false })
})

/** Names that a field has when it may name something of a machine. */
const naming =
  /(file|folder|path|dir|url|address|host|port|command|device|issuer|origin|certificate|interface|queue|server|program)$/i

/** Fields with such a name that name nothing of the host's machine, and why. */
const postal = 'a postal address, printed'
const authority = 'the authority that made a title'
const harmless: Readonly<Record<string, string>> = {
  'sheet.update.identity.issuer': authority,
  'sheet.update.ministry.issuer': authority,
  'file.open.ministry.issuer': authority,
  'file.describe.ministry.issuer': authority,
  'file.titleArrived.request.ministry.issuer': authority,
  'file.decide.elsewhere.issuer': 'the software that issued a refusal',
  'day.enterByHand.to.address': postal,
  'visit.close.to.address': postal,
  'document.issue.what.address': postal,
  'file.forward.address': postal,
}

/** The fields of an input, by their path. */
function fieldsOf(schema: unknown, path: string, found: string[] = []): readonly string[] {
  if (Array.isArray(schema)) for (const one of schema) fieldsOf(one, path, found)
  else if (typeof schema === 'object' && schema !== null)
    for (const [key, value] of Object.entries(schema))
      if (key === 'properties')
        for (const [name, field] of Object.entries(value as object)) {
          found.push(`${path}.${name}`)
          fieldsOf(field, `${path}.${name}`, found)
        }
      else fieldsOf(value, path, found)
  return found
}

test('every act whose input may name something of the host’s machine says so in its declaration', () => {
  const untold = callNames
    .filter((name) => calls[name].kind === 'command' && calls[name].roles.length > 0)
    .filter((name) => {
      const call = calls[name]
      return call.kind !== 'view' && call.only === undefined && call.ofHost === undefined
    })
    .flatMap((name) =>
      fieldsOf(z.toJSONSchema(calls[name].input, { io: 'input', unrepresentable: 'any' }), name),
    )
    .filter((field) => naming.test(field.slice(field.lastIndexOf('.') + 1)))
  expect(untold.filter((field) => !Object.hasOwn(harmless, field))).toEqual([])
  expect(
    Object.keys(harmless).filter((field) => !untold.includes(field)),
    'harmless no more',
  ).toEqual([])
})
