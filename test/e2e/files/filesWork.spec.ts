import { doing, field, file, form, held, heldAnew, looks, send } from './filePages.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'files' })

// The list of what is to be done: what it holds, how it is searched, and what its lines do.

test('a search finds by a name alone or by any number, each with its trace', async ({ page, office }) => {
  const { fileId } = await act<{ fileId: string }>(office, 'agent1', 'file.open', {
    procedureId: null,
    label: 'Copie d’un acte',
    serviceId: 'etat-civil',
    channel: 'email',
    receivedOn: '2026-03-03',
    person: { familyName: 'Öztürk', firstName: 'Deniz', birthDate: '1980-05-04' },
    pieces: [],
  })
  expect(fileId).not.toBe('')
  await act(office, 'agent1', 'file.titleArrived', {
    request: { procedureId: 'passeport', serviceId: 'titres' },
    arrivedOn: '2026-03-02',
    number: '25AK40718',
  })
  await held(page)
  const list = page.getByRole('region', { name: 'Dossiers à suivre' })
  const search = async (words: string) => {
    await press(page, 's')
    await page.keyboard.type(words)
    await press(page, 'Enter')
  }
  for (const words of ['Ozturk', 'deniz ozturk', 'Ozturk 04/05/1980', '1', 'DO-2026-1']) {
    await search(words)
    await expect(list.getByRole('article', { name: '1 dossier trouvé' })).toContainText('ÖZTÜRK Deniz')
    await expect(list.locator('[data-row]')).toBeFocused()
  }
  await expect(page.getByText('a laissé une trace')).toBeVisible()
  expect(await broken(page)).toEqual([])
  await search('25ak40718')
  await expect(list.locator('[data-row]')).toContainText('La personne retire son titre')
  await expect(list.locator('[data-row]')).toBeFocused()
  await search('Nobody')
  await expect(list).toContainText('Aucun dossier trouvé')
  // Escape gives the list back.
  await button(page, 'Revenir à la liste').press('Enter')
  await expect(page.getByRole('tab', { name: /À faire par la mairie/ })).toBeVisible()
  const { looks: noted } = await looks(office)
  expect(noted.filter(({ by }) => by === 'name')).toHaveLength(4)
  expect(noted.filter(({ by }) => by === 'reference')).toHaveLength(3)
  // The names of the list are a look too.
  expect(noted.some(({ by }) => by === 'file')).toBe(true)
})

test(
  'what a search found is read again once for each act on one of its files, shown or not',
  { tag: byNight },
  async ({ page, office }) => {
    const asked = { procedureId: null, serviceId: 'etat-civil', channel: 'email', receivedOn: '2026-03-03' }
    const opened = async (familyName: string) =>
      act<{ fileId: string }>(office, 'agent1', 'file.open', {
        ...asked,
        label: 'Copie d’un acte',
        person: { familyName, firstName: 'Deniz' },
        pieces: [],
      })
    const files = [await opened('Öztürk'), await opened('Öztürk')]
    await held(page)
    await press(page, 's')
    await page.keyboard.type('ozturk')
    await press(page, 'Enter')
    const rows = page.getByRole('article', { name: '2 dossiers trouvés' }).locator('[data-row]')
    await expect(rows).toHaveCount(2)
    for (const [at, { fileId }] of files.entries()) {
      await act(office, 'agent1', 'file.decide', { fileId, decision: 'granted', on: '2026-03-03' })
      await expect(rows.filter({ hasText: /Remettre la décision|Terminer le dossier|Terminé/ })).toHaveCount(
        at + 1,
      )
      await act(office, 'agent1', 'file.close', { fileId, reason: 'done' })
      await expect(rows.filter({ hasText: 'Terminé' })).toHaveCount(at + 1)
    }
    // The search, then two acts on each file: the list and the file that is shown both tell of one act.
    const { looks: noted } = await looks(office)
    expect(noted.filter(({ by }) => by === 'name')).toHaveLength(1 + 2 * files.length)
  },
)

test(
  'a title is handed over by the name of who takes it, in three keys from its search',
  { tag: byNight },
  async ({ page, office }) => {
    await act(office, 'agent1', 'file.titleArrived', {
      request: {
        procedureId: 'passeport',
        serviceId: 'titres',
        person: { familyName: 'Moreau', firstName: 'Jeanne', birthDate: '1991-06-11' },
      },
      arrivedOn: '2026-03-02',
      slot: '8',
    })
    await held(page)
    await press(page, 's')
    await page.keyboard.type('moreau')
    await press(page, 'Enter')
    const row = page.locator('[data-row]')
    await expect(row).toContainText('case 8')
    await expect(row).toBeFocused()
    await press(page, 'Enter')
    await expect(field(page, 'Nom de qui le prend')).toHaveValue('MOREAU Jeanne')
    await expect(field(page, 'Nom de qui le prend')).toBeFocused()
    expect(await broken(page)).toEqual([])
    await press(page, 'Enter')
    await expect(file(page)).toContainText('Le titre : remis le 3 mars, au guichet, signé au registre')
    console.log('title handed over: 3 keys after its name (Enter, Enter, Enter)')
  },
)

test('what the préfet decides is greyed in its own tab, reached by Tab and the arrows', async ({
  page,
  office,
}) => {
  for (const [procedureId, familyName] of [
    ['cni', 'Noël'],
    ['attestation-accueil', 'Durand'],
  ] as const)
    await act(office, 'agent1', 'file.open', {
      procedureId,
      serviceId: 'titres',
      channel: 'counter',
      receivedOn: '2026-03-02',
      person: { familyName },
      pieces: [],
    })
  await held(page)
  const list = page.getByRole('region', { name: 'Dossiers à suivre' })
  await expect(list.locator('[data-row]')).toHaveCount(1)
  await expect(list).toContainText('sans décision, rejet')
  await tabTo(page.getByRole('tab', { selected: true }))
  await press(page, 'ArrowRight', 'ArrowRight')
  await expect(page.getByRole('tab', { name: 'Décidé ailleurs · 1' })).toBeFocused()
  await expect(list.locator('[data-row]')).toContainText('Le préfet décide')
  await expect(page.locator('main')).not.toContainText('Préparer la décision')
  expect(await broken(page)).toEqual([])
})

test('titles of the drawer are told several at once, and destroyed only after their day', async ({
  page,
  office,
}) => {
  const arrived = (arrivedOn: string, slot: string) =>
    act(office, 'agent1', 'file.titleArrived', {
      request: { procedureId: 'passeport', serviceId: 'titres' },
      arrivedOn,
      slot,
    })
  await arrived('2025-11-20', '3')
  await arrived('2026-02-20', '8')
  await held(page)
  await press(page, 't')
  const drawer = page.getByRole('article', { name: 'Titres à retirer' })
  await expect(drawer.getByRole('checkbox')).toHaveCount(2)
  expect(await broken(page)).toEqual([])

  await button(page, 'Choisir ceux dont la personne n’est pas prévenue').press('Enter')
  await button(page, 'Noter que les personnes sont prévenues').first().press('Enter')
  await press(page, 'Enter')
  await expect(drawer.getByText('prévenue 1 fois')).toHaveCount(2)

  await drawer.getByRole('checkbox').last().press('Space')
  await button(page, 'Noter la destruction').press('Enter')
  await press(page, 'Enter')
  await expect(
    drawer.getByRole('alert').filter({ hasText: 'peut encore venir chercher un des titres' }),
  ).toBeVisible()
  await press(page, 'Escape')
  await button(page, 'Choisir ceux dont le délai est passé').press('Enter')
  await button(page, 'Noter la destruction').press('Enter')
  await expect(drawer).toContainText('devra refaire une demande')
  await press(page, 'Enter')
  await expect(drawer.getByRole('checkbox')).toHaveCount(1)
})

test('the lines go by the arrows, and Enter does what the chosen one says', async ({ page, office }) => {
  for (const [label, channel] of [
    ['Premier', 'email'],
    ['Second', 'post'],
  ] as const)
    await act(office, 'agent1', 'file.open', {
      procedureId: null,
      label,
      serviceId: 'etat-civil',
      channel,
      receivedOn: '2026-03-03',
      pieces: [],
    })
  await heldAnew(page)
  const lines = page.getByRole('region', { name: 'Dossiers à suivre' }).locator('[data-row]')
  await expect(lines).toHaveCount(2)
  await expect(lines.first()).toBeFocused()
  await press(page, 'ArrowDown')
  await expect(lines.nth(1)).toBeFocused()
  await press(page, 'Home')
  await expect(lines.first()).toBeFocused()
  await press(page, 'End')
  await expect(file(page)).toContainText('Second')

  // The act has the keyboard in its turn, and Escape gives the line back.
  await press(page, 'Enter')
  await expect(heading(page, 'Accuser réception')).toBeVisible()
  await expect(form(page, 'Accuser réception').locator(':focus')).toHaveCount(1)
  await press(page, 'Escape')
  await expect(lines.nth(1)).toBeFocused()
})

test('a file that is over gives the keyboard to the line that takes its place, and the last one to the list’s tab', async ({
  page,
  office,
}) => {
  for (const label of ['Premier', 'Second', 'Troisième'])
    await act(office, 'agent1', 'file.open', {
      procedureId: null,
      label,
      serviceId: 'etat-civil',
      channel: 'counter',
      receivedOn: '2026-03-03',
      pieces: [],
    })
  await heldAnew(page)
  const lines = page.getByRole('region', { name: 'Dossiers à suivre' }).locator('[data-row]')
  await expect(lines).toHaveCount(3)
  await press(page, 'ArrowDown')
  const [first, second, third] = await lines.evaluateAll((all) => all.map((one) => one.textContent))
  await expect(lines.nth(1)).toBeFocused()
  const over = async () => {
    // Its keys act once it is read.
    const [reference = ''] = /DO-2026-\d+/.exec((await page.locator(':focus').textContent()) ?? '') ?? []
    await expect(page.getByRole('article', { name: reference, exact: true })).toBeVisible()
    await doing(page, 'Terminer')
    await form(page, 'Terminer').getByText('Ouvert deux fois', { exact: true }).click()
    await send(page, 'Terminer')
  }
  for (const [line, next] of [
    [second, third],
    [third, first],
  ]) {
    await expect(page.locator(':focus')).toHaveText(line!)
    await over()
    await expect(page.locator('[data-row]:focus')).toHaveText(next!)
  }
  await over()
  await expect(lines).toHaveCount(0)
  await expect(page.getByRole('tab', { selected: true })).toBeFocused()
  expect(await broken(page)).toEqual([])
})

test(
  'the keyboard goes with the pages of the list, from its first line to the next page’s',
  { tag: byNight },
  async ({ page, office }) => {
    const opened = (label: string) =>
      act(office, 'agent1', 'file.open', {
        procedureId: null,
        label,
        serviceId: 'etat-civil',
        channel: 'counter',
        receivedOn: '2026-03-03',
        pieces: [],
      })
    for (let at = 1; at <= 52; at++) await opened(`Demande ${at}`)
    await heldAnew(page)
    const lines = page.getByRole('region', { name: 'Dossiers à suivre' }).locator('[data-row]')
    await expect(lines).toHaveCount(50)
    await expect(lines.first()).toBeFocused()
    await press(page, 'PageDown')
    await expect(lines).toHaveCount(2)
    await expect(lines.first()).toBeFocused()
    await press(page, 'ArrowDown')
    await expect(lines.nth(1)).toBeFocused()
    await press(page, 'PageUp')
    await expect(lines).toHaveCount(50)
    await expect(lines.first()).toBeFocused()
  },
)
