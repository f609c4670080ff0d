import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { td1 } from '../../fixtures/zones.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { checklist, head, pieceLine, scan } from '../law/procedurePages.ts'
import { act, heldByFirstAgent } from '../reception.ts'

// What a visit costs in keys, by keyboard alone, and how much the sheet shows. Each case prints its figure, and may not grow.

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const said = (line: string) => process.stdout.write(`${line}\n`)

/** The day open, these tickets taken, counter 1 held by the page's agent. */
async function begin(office: Office, page: Page, tickets: readonly object[]): Promise<void> {
  await act(office, 'admin', 'rules.set', { rules: { absentCalls: 2, absentDelaySeconds: 1 } })
  await act(office, 'supervisor', 'day.open')
  for (const ticket of tickets) await act(office, 'kiosk', 'ticket.take', ticket)
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await expect(heading(page, 'Usager suivant')).toBeVisible()
}

/** Presses and counts: letters and figures of what is typed apart from the keys that act. */
function counted(page: Page) {
  let keys = 0
  let typed = 0
  return {
    press: async (...codes: readonly string[]) => {
      for (const code of codes) await press(page, code)
      keys += codes.length
    },
    type: async (text: string) => {
      await page.keyboard.type(text, { delay: 45 })
      typed += text.length
    },
    /** Prints what it cost. @returns the keys that act */
    told: (what: string): number => {
      said(`${what} : ${keys} touches${typed > 0 ? ` et ${typed} lettres ou chiffres` : ''}`)
      return keys
    },
  }
}

/** Calls the next person and receives them: « Est là » is kept while the call is on its way. */
async function receive(page: Page, keys: ReturnType<typeof counted>, number: string): Promise<void> {
  await keys.press('F2', 'F5')
  await expect(page.getByRole('heading', { name: number, exact: true })).toBeFocused()
}

const cni = { serviceId: 'titres', procedureId: 'cni' }
const ofAge = 'La carte est-elle pour une personne majeure ou mineure ?'
const validity = 'L’ancienne carte est-elle valide, ou expirée depuis moins de 5 ans ?'

/** The pieces of a renewal, each presented, then each question that nothing answers yet, by its first choice. */
async function renewal(
  page: Page,
  keys: ReturnType<typeof counted>,
  pieces: readonly string[],
  asked: readonly string[],
): Promise<void> {
  await keys.press(...pieces)
  await expect(pieceLine(page, 'Photo')).toContainText('Présentée')
  for (const question of asked) {
    await expect(heading(page, question)).toBeVisible()
    await keys.press('Digit1')
    await expect(heading(page, question)).toBeHidden()
  }
  await expect(pieceLine(page, 'Justificatif de domicile')).toContainText('Présentée')
  await expect(page.getByRole('button', { name: 'Les textes de cette démarche' })).toBeVisible()
}

/** All four, and those that are left where a member of the household proved the domicile before. */
const all = ['KeyQ', 'KeyE', 'KeyR', 'KeyT']
const own = ['KeyQ', 'KeyE', 'KeyR']

/** Reads the person's own card, and takes what it says. */
async function readCard(page: Page, keys: ReturnType<typeof counted>, first: string): Promise<void> {
  const card = td1({ code: 'ID', state: 'FRA', nationality: 'FRA', first })
  await scan(page, `${card.join('\n')}\n`)
  await expect(page.getByText('Zone cohérente')).toBeVisible()
  await keys.press('Enter')
  await expect(head(page)).toContainText(`DOE ${first}`)
}

test(
  'an information costs three keys, an absence two, and « est là » pressed right after the call is kept',
  { tag: byNight },
  async ({ office, page }) => {
    await begin(office, page, [cni, cni])
    const information = counted(page)
    await receive(page, information, 'A 1')
    await information.press('F8')
    await expect(page.getByText('A 1 : renseignement donné.')).toBeVisible()
    expect(information.told('Renseignement')).toBeLessThanOrEqual(3)
    await press(page, 'F2')
    await expect(heading(page, 'Appelé à')).toBeVisible()
    const absent = counted(page)
    await absent.press('F3')
    await expect(page.getByRole('toolbar').getByRole('button', { name: 'Absent' })).toBeEnabled()
    await absent.press('F4')
    await expect(page.getByText('1 absent à l’appel')).toBeVisible()
    expect(absent.told('Absence')).toBeLessThanOrEqual(2)
  },
)

test('a person goes and comes back in four keys and one', { tag: byNight }, async ({ office, page }) => {
  await begin(office, page, [cni])
  await receive(page, counted(page), 'A 1')
  const park = counted(page)
  await park.press('F6', 'Digit1', 'KeyW', 'Enter')
  await expect(page.getByText(/^prévu à/)).toBeVisible()
  expect(park.told('Mise en attente')).toBeLessThanOrEqual(4)
  const back = counted(page)
  await back.press('Digit1')
  await expect(page.getByText('Accueil en cours')).toBeVisible()
  expect(back.told('Reprise')).toBeLessThanOrEqual(1)
})

test(
  'a person is sent to another office in four keys and its name, and goes to another service in four',
  { tag: byNight },
  async ({ office, page }) => {
    await begin(office, page, [cni, cni])
    await receive(page, counted(page), 'A 1')
    const forward = counted(page)
    await forward.press('F9', 'Digit3', 'Enter')
    await expect(page.getByRole('textbox', { name: 'Vers quel service' })).toBeFocused()
    await forward.type('Préfecture de Melun')
    await forward.press('Enter')
    await expect(page.getByText('A 1 : réorienté.')).toBeVisible()
    expect(forward.told('Réorientation, service tapé')).toBeLessThanOrEqual(4)
    await receive(page, counted(page), 'A 2')
    const transfer = counted(page)
    await transfer.press('F7', 'Digit1', 'KeyQ', 'Enter')
    await expect(page.getByText('A 2 attend pour')).toBeVisible()
    expect(transfer.told('Transfert')).toBeLessThanOrEqual(4)
  },
)

test(
  'a child with a parent, someone called back and an interruption cost few keys',
  { tag: byNight },
  async ({ office, page }) => {
    await begin(office, page, [cni, cni, cni])
    const child = counted(page)
    await receive(page, child, 'A 1')
    await child.press('KeyV')
    await expect(page.getByRole('button', { name: '2 Pour un mineur' })).toBeVisible()
    await child.press('Digit2')
    // Once the proof is seen, nothing else is to be said: the list is back by itself.
    await expect(page.getByRole('checkbox', { name: /Preuve vue/ })).toBeVisible()
    await child.press('Digit0')
    await expect(heading(page, 'Pour qui')).toBeHidden()
    await child.press('KeyI', 'Digit1')
    await child.type('Petit')
    await child.press('Enter')
    await child.type('Lou')
    await child.press('Enter')
    await child.type('11062015')
    await child.press('Enter')
    await expect(head(page)).toContainText('PETIT Lou')
    // No question needs an answer to close; the proof that was seen is ticked in the list.
    await child.press(...all)
    await expect(pieceLine(page, 'Preuve de l’autorité parentale')).toContainText('Présentée')
    await child.press('F9', 'Enter')
    await expect(page.getByText('A 1 : dossier déposé.')).toBeVisible()
    expect(child.told('Carte d’un enfant avec un parent, nom tapé')).toBeLessThanOrEqual(16)
    // In their hands, the receipt is not said to be shown any more.
    await expect(page.getByText('à afficher', { exact: true })).toBeVisible()
    await press(page, 'KeyR')
    await expect(page.getByText('à afficher', { exact: true })).toBeHidden()
    await expect(page.getByText('Remis', { exact: true })).toBeVisible()

    const back = counted(page)
    await back.press('F2')
    await expect(heading(page, 'Appelé à')).toBeVisible()
    await back.press('F3')
    await expect(page.getByText('2 appels')).toBeVisible()
    await expect(page.getByRole('toolbar').getByRole('button', { name: 'Absent' })).toBeEnabled()
    await back.press('F4')
    await expect(page.getByText('1 absent à l’appel')).toBeVisible()
    await back.press('Digit1', 'F2', 'F5')
    await expect(page.getByRole('heading', { name: 'A 2', exact: true })).toBeFocused()
    expect(back.told('Appel, rappel, absence, retour, accueil')).toBeLessThanOrEqual(6)

    const telephone = counted(page)
    await telephone.press('Semicolon')
    await expect(page.getByText(/^Téléphone, depuis/)).toBeVisible()
    await telephone.press('Semicolon')
    await expect(page.getByText(/^Téléphone, depuis/)).toBeHidden()
    expect(telephone.told('Interruption par le téléphone')).toBeLessThanOrEqual(2)
    const other = counted(page)
    await other.press('F6', 'Digit1', 'KeyW', 'Enter')
    await expect(page.getByText(/^prévu à/)).toBeVisible()
    await receive(page, other, 'A 3')
    await other.press('F8')
    await expect(page.getByText('A 3 : renseignement donné.')).toBeVisible()
    await other.press('Digit1')
    await expect(page.getByRole('heading', { name: 'A 2', exact: true })).toBeVisible()
    await expect(page.getByText('Accueil en cours')).toBeVisible()
    expect(other.told('Mise en attente, autre personne reçue, reprise')).toBeLessThanOrEqual(8)
  },
)

test('a card is renewed with a name typed by hand, then by its zone, for few keys; the next request of the same person names them in two', async ({
  office,
  page,
}) => {
  await begin(office, page, [{ ...cni, requests: 2 }, cni])
  const typed = counted(page)
  await receive(page, typed, 'A 1')
  await typed.press('KeyI', 'Digit1')
  await expect(page.getByRole('textbox', { name: 'Nom de famille' })).toBeFocused()
  await typed.type('Roux')
  await typed.press('Enter')
  await typed.type('Adèle')
  await typed.press('Enter')
  await typed.type('14051984')
  await typed.press('Enter')
  await expect(head(page)).toContainText('ROUX Adèle')
  await renewal(page, typed, all, [validity])
  // A whole request is filed by Entrée, and the next one begins.
  await expect(page.getByRole('button', { name: 'Entrée Déposer, puis demande 2 sur 2' })).toBeVisible()
  await typed.press('Enter')
  await expect(page.getByText(/^Demande 2 sur 2/)).toBeVisible()
  expect(typed.told('Carte renouvelée, nom tapé')).toBeLessThanOrEqual(13)

  await expect(head(page)).not.toContainText('ROUX')
  const again = counted(page)
  await again.press('KeyI')
  await expect(page.getByRole('button', { name: '6 ROUX Adèle, même personne' })).toBeVisible()
  await again.press('Digit6')
  await expect(head(page)).toContainText('ROUX Adèle, né(e) le 14 mai 1984')
  await expect(page.getByRole('heading', { name: 'Pièce d’identité et nom' })).toBeHidden()
  expect(again.told('Même personne, demande suivante')).toBeLessThanOrEqual(2)
  await renewal(page, again, own, [validity])
  await again.press('F9', 'Enter')
  await expect(page.getByText('A 1 : dossier déposé.')).toBeVisible()

  const read = counted(page)
  await receive(page, read, 'A 2')
  await readCard(page, read, 'JANE')
  await renewal(page, read, all, [])
  await read.press('F9', 'Enter')
  await expect(page.getByText('A 2 : dossier déposé.')).toBeVisible()
  expect(read.told('Carte renouvelée, titre lu')).toBeLessThanOrEqual(9)
})

test(
  'a passport with a piece missing and its demand, and a Pacs, cost few keys',
  { tag: byNight },
  async ({ office, page }) => {
    await begin(office, page, [
      { serviceId: 'titres', procedureId: 'passeport' },
      { serviceId: 'etat-civil', procedureId: 'pacs' },
    ])
    const passport = counted(page)
    await receive(page, passport, 'A 1')
    // No question needs an answer to close.
    for (const title of ['Pré-demande', 'Ancien passeport', 'Timbre fiscal', 'Justificatif de domicile']) {
      await passport.press(await letterOf(page, title))
      await expect(pieceLine(page, title)).toContainText('Présentée')
    }
    const photo = await letterOf(page, 'Photo')
    await passport.press(photo, photo)
    await expect(pieceLine(page, 'Photo')).toContainText('Manquante')
    await passport.press('F9', 'Enter')
    await expect(page.getByText('A 1 : dossier incomplet.')).toBeVisible()
    expect(passport.told('Passeport, une pièce manque, demande imprimée')).toBeLessThanOrEqual(10)

    const pacs = counted(page)
    await receive(page, pacs, 'B 1')
    const letters = await checklist(page)
      .locator('kbd')
      .evaluateAll((caps) => caps.map((cap) => cap.getAttribute('data-code') ?? ''))
    await pacs.press(...letters)
    await pacs.press('F9', 'Enter')
    await expect(page.getByText('B 1 : dossier déposé.')).toBeVisible()
    expect(pacs.told('Pacs, demande déposée')).toBeLessThanOrEqual(12)
  },
)

test(
  'a family of three is received request after request, for few keys, each card read or none',
  { tag: byNight },
  async ({ office, page }) => {
    await begin(office, page, [
      { ...cni, requests: 3 },
      { ...cni, requests: 3 },
    ])
    const ends = async (keys: ReturnType<typeof counted>, rank: number, number: string) => {
      // A whole request is filed by Entrée, and the next one begins.
      const next = page.getByRole('button', { name: `Entrée Déposer, puis demande ${rank + 1} sur 3` })
      if (rank < 3) await expect(next).toBeVisible()
      await keys.press(...(rank < 3 ? ['Enter'] : ['F9', 'Enter']))
      await expect(
        rank === 3
          ? page.getByText(`${number} : dossier déposé.`)
          : page.getByText(new RegExp(`^Demande ${rank + 1} sur 3`)),
      ).toBeVisible()
    }
    const read = counted(page)
    await receive(page, read, 'A 1')
    for (const [at, first] of ['JANE', 'LUC', 'ADAM'].entries()) {
      await readCard(page, read, first)
      await renewal(page, read, at === 0 ? all : own, [])
      await ends(read, at + 1, 'A 1')
    }
    expect(read.told('Famille de trois, titres lus')).toBeLessThanOrEqual(19)

    const family = counted(page)
    await receive(page, family, 'A 2')
    for (const rank of [1, 2, 3]) {
      await renewal(page, family, rank === 1 ? all : own, [ofAge, validity])
      await ends(family, rank, 'A 2')
    }
    expect(family.told('Famille de trois, rien de lu')).toBeLessThanOrEqual(22)
  },
)

/** The physical key of a piece. */
const letterOf = async (page: Page, title: string): Promise<string> =>
  (await pieceLine(page, title).locator('kbd').getAttribute('data-code')) ?? ''

/** What the page shows. Runs in the page. */
function shownOf() {
  const seen = (element: Element) => {
    const { width, bottom, top } = element.getBoundingClientRect()
    return (
      element.checkVisibility({ visibilityProperty: true }) && width > 1 && bottom > 0 && top < innerHeight
    )
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let texts = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.textContent?.trim() && node.parentElement && seen(node.parentElement)) texts += 1
  const controls = [...document.querySelectorAll('button, input, textarea, select, a[href], summary')]
  return {
    elements: texts + controls.filter(seen).length,
    caps: [...document.querySelectorAll('kbd')].filter(seen).length,
  }
}

/** The texts and controls of the sheet at rest, before its rows were one line each and its acts in one palette. */
const before = 176

test('the sheet at rest shows a third less than it did, and at most twenty keys in each usual state', async ({
  office,
  page,
}) => {
  await begin(office, page, [
    cni,
    { serviceId: 'titres', procedureId: 'passeport' },
    cni,
    { serviceId: 'etat-civil' },
    { serviceId: 'titres' },
  ])
  await receive(page, counted(page), 'A 1')
  const rest = await page.evaluate(shownOf)
  said(`Fiche au repos : ${rest.elements} textes et commandes (avant : ${before}), ${rest.caps} touches`)
  expect(rest.elements).toBeLessThanOrEqual((before * 2) / 3)
  const states: readonly (readonly [what: string, keys: readonly string[]])[] = [
    ['au repos', []],
    ['une pièce manquante', ['KeyR', 'KeyR']],
    ['les actions', ['Period']],
    ['la pièce d’identité', ['Escape', 'KeyI']],
    ['pour qui', ['KeyI', 'KeyV']],
    ['la mise en attente', ['KeyV', 'F6']],
    ['le transfert', ['Escape', 'F7']],
    ['la fin', ['Escape', 'F9']],
  ]
  for (const [what, keys] of states) {
    await press(page, ...keys)
    const { caps } = await page.evaluate(shownOf)
    said(`Touches montrées, ${what} : ${caps}`)
    expect(caps, what).toBeLessThanOrEqual(20)
  }
  await press(page, 'Escape')
})
