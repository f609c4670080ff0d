import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { importDirectory } from '../../../electron/host/partners/directory/import.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'
import { root } from '../../runtime/places.ts'

// The directory of public services as it is imported, searched and written on papers, through the real host. The extract
// is of « Base de données locales », Service-Public.gouv.fr / DILA, Licence Ouverte 2.0.

const extract = join(root, 'test', 'fixtures', 'annuaire.json')
let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: '2026-03-03T10:42:00+01:00' })
}, 60_000)
afterAll(async () => {
  await host?.stop()
  await removeFolder(dir)
})

const act = <T>(name: string, input: object = {}, holder = 'agent1') =>
  done<T>(host, holder, `commands/${name}`, input)
const search = (input: object) =>
  done<Output<'directory.search'>>(host, 'agent1', 'queries/directory.search', input)
const names = async (input: object) => (await search(input)).offices.map(({ name }) => name)
const run = (...args: string[]) => guichet(['directory', 'import', ...args])
const given = (name: string, text: string) => {
  const file = join(dir, name)
  writeFileSync(file, text)
  return file
}

type Extract = { readonly service: readonly Record<string, unknown>[] }
const services = (JSON.parse(readFileSync(extract, 'utf8')) as Extract).service

test('without a directory nothing is found, and the page is told so', async () => {
  expect(await search({ text: 'mairie' })).toEqual({ offices: [], source: null })
})

test('an import says what it took and what it left; the running host finds it by name, kind, commune, postcode and INSEE code', async () => {
  const more = {
    service: [
      ...services,
      services[0],
      { ...services[1], id: 'withdrawn', statut_de_diffusion: 'false' },
      { nom: '', id: 'unnamed' },
      'text',
      // Other deliveries of the same data write lists as texts, and leave out what they have not.
      {
        id: 'caf-45',
        nom: 'Caisse d’allocations familiales (Caf) du Loiret',
        pivot: '[{"type_service_local":"caf","code_insee_commune":["45234"]}]',
        adresse:
          '[{"type_adresse":"Adresse","numero_voie":"2 place Saint-Charles","code_postal":"45000","nom_commune":"Orléans"}]',
        telephone: null,
      },
    ],
  }
  const { code, out, err } = await run(
    given('all.json', JSON.stringify(more)),
    '--data',
    dir,
    '--on',
    '2026-02-01',
  )
  expect([code, err]).toEqual([0, ''])
  expect(out.split('\n')).toEqual([
    'Annuaire importé : 3 services pris (Service-Public.gouv.fr / DILA, fichier all.json du 1er\u00a0février\u00a02026, Licence Ouverte 2.0).',
    '1 service laissé : que la DILA ne diffuse pas.',
    '2 services laissés : sans nom ni identifiant lisibles.',
    '1 service laissé : déjà lus sous le même identifiant.',
    '',
  ])
  const [mairie, caf] = ['Mairie - Fontaine-le-Port', 'Caisse d’allocations familiales (Caf) du Loiret']
  expect(await names({ text: 'fontaine le p' })).toEqual([mairie])
  expect(await names({ text: 'mairie sandilon' }), 'one letter is forgiven').toEqual(['Mairie - Sandillon'])
  expect(await names({ text: 'caf orleans' })).toEqual([caf])
  expect(await names({ text: '77590' })).toEqual([mairie])
  expect(await names({ text: '45300' })).toEqual(['Mairie - Sandillon'])
  expect(await names({ text: '', kind: 'caf' })).toEqual([caf])
  expect(await names({ text: 'mairie', insee: '77188' })).toEqual([mairie])
  expect(await names({ text: '' })).toEqual([])
  expect(await search({ text: 'fontaine' })).toMatchObject({
    offices: [
      {
        kind: 'mairie',
        communes: ['77188'],
        address: '3 rue du Général-Roux, 77590 Fontaine-le-Port',
        telephone: '01 64 38 30 52',
        email: 'mairie-xxxxx@yyyy.fr',
        modifiedOn: '2023-08-09',
        hours: [
          'Mardi\u00a0: 9\u00a0h à 12\u00a0h, 18\u00a0h à 19\u00a0h (Accueil ouvert uniquement hors vacances scolaires l’après-midi)'.replace(
            '’',
            "'",
          ),
          'Mercredi\u00a0: 9\u00a0h à 12\u00a0h',
          'Vendredi\u00a0: 9\u00a0h à 12\u00a0h',
        ],
      },
    ],
    source: { file: 'all.json', on: '2026-02-01', offices: 3 },
  })
  expect((await search({ text: 'sandillon' })).offices[0]?.hours[0]).toBe(
    'Du lundi au vendredi\u00a0: 9\u00a0h à 12\u00a0h, 14\u00a0h à 17\u00a0h',
  )
})

test('a file that is cut, of another kind or not there gets a sentence, and the directory in place stays', async () => {
  const whole = readFileSync(extract, 'utf8')
  for (const [file, says] of [
    [given('cut.json', whole.slice(0, whole.length - 40)), 'n’est pas un fichier JSON entier'],
    [given('text.json', 'id;nom\n1;Mairie\n'), 'n’est pas un fichier JSON entier'],
    [given('other.json', '{"records": [{"id": 1}]}'), 'aucun service lisible'],
    [given('empty.json', ''), /n’est pas un fichier JSON entier|aucun service lisible/],
    [given('single.json', '{"service": {"id": "a", "nom": "b"}}'), /JSON entier|aucun service/],
    [given('trap.json', `{"service": [{"id": "${'a'.repeat(33 * 1024 * 1024)}"}]}`), 'd’un seul bloc'],
    [join(dir, 'nowhere.json'), 'n’existe pas'],
  ] as const)
    await expect(
      importDirectory(dir, { path: file, file: basename(file), on: '2026-03-01' as LocalDate }),
      file,
    ).rejects.toThrow(says)
  const refused = await run(join(dir, 'cut.json'), '--data', dir)
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toMatch(/^« cut.json » n’est pas un fichier JSON entier.*est gardé\.\n$/)
  expect((await run(extract, '--data', join(dir, 'annuaire'))).err).toContain('n’est pas un dossier d’office')
  expect((await run(extract)).code).toBe(2)
  expect(readdirSync(join(dir, 'annuaire'))).toEqual(['annuaire.jsonl'])
  expect((await search({ text: 'caf' })).source?.file).toBe('all.json')
})

test('another import takes the place of the first under the running host', async () => {
  expect((await run(extract, '--data', dir, '--on', '2026-03-01')).code).toBe(0)
  expect(await search({ text: 'caf' })).toEqual({
    offices: [],
    source: { file: 'annuaire.json', on: '2026-03-01', offices: 2 },
  })
})

test('the papers of a file and of a person sent to another office name it and say how to reach it', async () => {
  const to = { name: 'Mairie - Sandillon', address: '251 route d’Orléans, 45640 Sandillon' }
  const contact = 'Ouverture : Du lundi au vendredi : 9 h à 12 h. téléphone : 01 02 03 04 05'
  const { fileId } = await act<Output<'file.open'>>('file.open', {
    procedureId: 'passeport',
    serviceId: 'titres',
    channel: 'post',
    receivedOn: '2026-03-02',
    person: { familyName: 'Quenneville', birthDate: '1990-05-17' },
    pieces: [],
  })
  const { document } = await act<Output<'file.forward'>>('file.forward', {
    fileId,
    to: to.name,
    address: to.address,
    contact,
    sent: 'tout le dossier',
    on: '2026-03-03',
  })
  const get = (documentId: string) =>
    done<IssuedDocument>(host, 'agent1', 'queries/document.get', { documentId })
  expect((await get(document!.documentId)).facts).toMatchObject({
    kind: 'transmission',
    to: { ...to, contact },
  })

  await act('day.open', {}, 'supervisor')
  await act('counter.open', { counterId: '1' })
  await act('ticket.take', { serviceId: 'titres' }, 'kiosk')
  await act('ticket.callNext')
  await act('ticket.start')
  await act('sheet.update', { procedureId: 'autre', label: 'Copie d’un acte' })
  const { documents } = await act<Output<'visit.close'>>('visit.close', {
    outcome: 'forwarded',
    to: { ...to, contact },
  })
  const [certificate] = documents
  expect((await get(certificate!.documentId)).facts).toMatchObject({
    kind: 'attestation',
    outcome: 'forwarded',
    forwardedTo: { ...to, contact },
  })
  const asked = ['document', 'render', dir, certificate!.number, '--format', 'text']
  const printed = await guichet([...asked, '--out', join(dir, 'paper.txt')])
  expect(printed.code, printed.err).toBe(0)
  const paper = readFileSync(join(dir, 'paper.txt'), 'utf8').replaceAll(/\s+/g, ' ')
  expect(paper).toContain('Service compétent : Mairie - Sandillon, 251 route d’Orléans, 45640 Sandillon')
  expect(paper).toContain('téléphone : 01 02 03 04 05')
})
