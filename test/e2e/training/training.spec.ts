import type { Locator, Page } from '@playwright/test'
import type { Situation } from '../../../shared/contract/training/calls.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { trainingWords as words } from '../../../shared/messages/training/training.fr.ts'
import type { Office } from '../../fixtures/office.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { pieceLine } from '../law/procedurePages.ts'
import { act, ask } from '../reception.ts'

test.use({ at: '2026-03-03T09:00:00+01:00', hostFalls: true })
test.setTimeout(180_000)

test('a guided day is begun, lived and given back as new by the keyboard, beside the counter that it hides nothing of', async ({
  page,
  open,
}) => {
  const asks = page.getByRole('heading', { name: 'Qui êtes-vous' })
  const panel = page.getByRole('complementary', { name: words.title })
  await expect(asks.or(panel)).toBeVisible()
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(panel).toContainText(words.offer)
  expect(await broken(page)).toEqual([])
  await page.keyboard.press('Shift+F9')

  const call = page.getByRole('button', { name: 'F2 Appeler', exact: true })
  await expect(call).toBeEnabled()
  await expect(panel).toContainText(words.situations.noPaper.happens)
  await expect(panel).toContainText(words.progress(0, 10))
  const covers = async () => {
    const over = (await panel.boundingBox())!
    const under = (await page.getByRole('heading', { level: 1 }).boundingBox())!
    return over.x < under.x + under.width && over.y + over.height > under.y && over.y < under.y + under.height
  }
  expect(await covers()).toBe(false)

  // Received, and let go with mere information: the mistake is told, with what is expected and its text.
  await press(page, 'F2')
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  await press(page, 'F5')
  await expect(page.getByRole('button', { name: /^F8/ })).toBeEnabled()
  await expect(page.getByRole('main')).toBeVisible()
  expect(await broken(page)).toEqual([])
  await press(page, 'F8')
  const wrong = panel.getByRole('region', { name: words.wrong })
  await expect(wrong).toContainText(words.mistakes.turnedAway)
  await expect(wrong).toContainText('L114-5')
  // Taken back, they are here again.
  await press(page, 'Control+z')
  await expect(panel.getByRole('region', { name: words.now })).toContainText(words.mistakes.turnedAway)
  await expect(wrong).toHaveCount(0)

  // The next person comes at once; the page goes on with whom it receives.
  await page.keyboard.press('Shift+F2')
  await expect(panel).toContainText(words.situations.incomplete.happens)
  await expect(page.getByRole('button', { name: /^F8/ })).toBeEnabled()
  expect(await broken(page)).toEqual([])

  // Begun again by a second press, without a window over whoever is received; a first one alone does nothing.
  await page.keyboard.press('Shift+F9')
  await expect(panel).toContainText(words.againHelp)
  await press(page, 'Escape')
  await expect(panel).not.toContainText(words.againHelp)
  await expect(panel).toContainText(words.situations.incomplete.happens)
  await press(page, 'F9')
  await press(page, 'Digit1', 'Enter')
  await expect(page.getByRole('button', { name: /^(\S )?Afficher$/ }).first()).toBeVisible()
  const papers = await open('documents')
  const paper = papers.getByText(/-2026-1\b/).first()
  const who = papers.getByRole('heading', { name: 'Qui êtes-vous' })
  await expect(paper.or(who)).toBeVisible()
  if (await who.isVisible()) await press(papers, 'Digit1')
  await expect(paper).toBeVisible()
  await page.keyboard.press('Shift+F9')
  await page.keyboard.press('Shift+F9')
  await expect(panel).toContainText(words.progress(0, 10))
  await expect(panel).toContainText(words.situations.noPaper.happens)
  await expect(call).toBeEnabled()
  // The same agent at the same counter, and nothing of before; the page beside this one came back by itself.
  await expect(page.getByRole('button', { name: /^(\S )?Afficher$/ })).toHaveCount(0)
  await expect(panel).not.toContainText(words.wrong)
  await expect(paper).toHaveCount(0)
  expect(await broken(page)).toEqual([])
})

test(
  'a request is filed, then refused on paper with its facts, its text and its remedies, by the keyboard alone',
  { tag: byNight },
  async ({ page, office }) => {
    const panel = await begin(page)
    await bring(office, 'refusal')
    const now = panel.getByRole('region', { name: words.now })
    await expect(now).toContainText(words.situations.refusal.happens)
    await press(page, 'F2')
    await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
    await press(page, 'F5')
    await expect(page.getByText('Accueil en cours')).toBeVisible()
    await act(office, 'agent1', 'sheet.update', { person: { familyName: 'Diallo' } })
    // « Refus écrit… »: the request is filed, then its refusal is written.
    await press(page, 'F9')
    await press(page, 'Digit4', 'Enter')
    await expect(page.getByRole('form', { name: 'Refus écrit', exact: true })).toBeVisible()
    await press(page, 'Digit2')
    await expect(now).toContainText(words.situations.refusal.expected)
    await page.getByLabel('D’où cela ressort', { exact: false }).fill('Bail présenté avec la demande')
    await page.getByRole('textbox', { name: /^Date de la pièce/ }).fill('02032026')
    const facts = page.getByRole('textbox', { name: 'Faits' })
    await expect(facts).toBeVisible()
    expect(await broken(page)).toEqual([])
    await facts.fill('Une pièce de 12 m², où quatre personnes vivent déjà.')
    await expect(page.getByRole('button', { name: 'Signer et remettre' })).toBeVisible()
    await press(page, 'Control+Enter')
    await expect(page.getByText(/RF-2026-1/).first()).toBeVisible()
    await expect(now).not.toContainText(words.situations.refusal.happens)
    await expect(panel).not.toContainText(words.mistakes.oralRefusal)
  },
)

test.describe('on a low screen', () => {
  test.use({ viewport: { width: 1366, height: 768 } })

  test(
    'the pieces, the longest question and the end are each seen whole under the guided day',
    { tag: byNight },
    async ({ page, shell }) => {
      await begin(page)
      const whole = (shown: Locator) => expect(shown).toBeInViewport({ ratio: 0.99 })
      // The first person is told of as the day begins, and comes within a second.
      await expect(page.getByRole('button', { name: 'F2 Appeler', exact: true })).toBeEnabled()
      await press(page, 'F2')
      await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
      await press(page, 'F5')
      const identity = pieceLine(page, 'Carte d’identité ou passeport')
      await whole(identity)
      await whole(page.getByText('Appuyez une fois : présentée'))
      for (const [question, figure] of [
        ['Qui dépose la demande ?', 'Digit1'],
        ['La personne est-elle dans un des cas admis après la clôture ?', 'Digit7'],
        ['Quel titre prouve l’identité ?', 'Digit1'],
      ] as const) {
        await expect(page.getByRole('heading', { name: question })).toBeVisible()
        await press(page, figure)
      }
      await expect(
        page.getByRole('heading', { name: 'Qu’est-ce qui lie la personne à la commune ?' }),
      ).toBeVisible()
      const last = page.getByRole('button', { name: '7 Sans domicile, un organisme l’accueille' })
      await whole(last)
      await whole(identity)
      // The same in the application's own window.
      if (shell === 'chromium') await page.setViewportSize({ width: 1280, height: 773 })
      await whole(last)
      await whole(identity)
      if (shell === 'chromium') await page.setViewportSize({ width: 1366, height: 768 })
      await press(page, 'KeyE', 'KeyE', 'F9')
      await whole(page.getByRole('button', { name: 'Entrée Terminer et imprimer' }))
      await whole(page.getByText('15 jours, délai de la mairie'))
      await whole(identity)
      await expect(identity).toContainText('Manquante')
    },
  )
})

test(
  'somebody late to their appointment is called in their turn: called before, the mistake is told at once',
  { tag: byNight },
  async ({ page, office }) => {
    const panel = await begin(page)
    await bring(office, 'lateAppointment', 1)
    const now = panel.getByRole('region', { name: words.now })
    await expect(now).toContainText(words.situations.lateAppointment.happens)
    await expect(now).toContainText(/l’office admet 15\s+minutes de retard/)
    expect(await broken(page)).toEqual([])
    // The rule calls who waited before.
    await press(page, 'F2')
    await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
    await press(page, 'Control+z')
    await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeHidden()
    const { lesson } = await ask<Output<'training.view'>>(office, 'agent1', 'training.view')
    const { number } = lesson!.situations.find(({ situation }) => situation === 'lateAppointment')!
    const { waiting } = await ask<Output<'counter.view'>>(office, 'agent1', 'counter.view')
    expect(waiting[0]!.number).not.toBe(number)
    const { ticketId } = waiting.find((one) => one.number === number)!
    await act(office, 'agent1', 'ticket.callOutOfOrder', { ticketId, reason: 'Rendez-vous' })
    await expect(now).toContainText(words.mistakes.lateFirst)
  },
)

/** The first agent begins the guided day. */
async function begin(page: Page): Promise<Locator> {
  const asks = page.getByRole('heading', { name: 'Qui êtes-vous' })
  const panel = page.getByRole('complementary', { name: words.title })
  await expect(asks.or(panel)).toBeVisible()
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(panel).toContainText(words.offer)
  await page.keyboard.press('Shift+F9')
  await expect(panel).toContainText(words.situations.noPaper.happens)
  return panel
}

/** Those before this one come and leave, but for the last few. */
async function bring(office: Office, wanted: Situation, staying = 0): Promise<void> {
  for (let come = false; !come;) {
    await act(office, 'agent1', 'training.next', {})
    const { lesson } = await ask<Output<'training.view'>>(office, 'agent1', 'training.view')
    come = lesson!.situations.some(({ situation, state }) => situation === wanted && state === 'here')
  }
  const { waiting } = await ask<Output<'counter.view'>>(office, 'agent1', 'counter.view')
  for (const { ticketId } of waiting.slice(0, -1 - staying))
    await act(office, 'supervisor', 'ticket.leave', { ticketId, fault: 'person' })
}
