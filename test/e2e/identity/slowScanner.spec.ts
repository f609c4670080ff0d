import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { td1, td3 } from '../../fixtures/zones.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { everyWay } from '../look.ts'
import { checklist } from '../law/procedurePages.ts'
import { act, heldByFirstAgent, receiveNext } from '../reception.ts'
import { scanSlowly } from './wedge.ts'

// A scanner set to type slowly, at the counter, while someone is received: what it types is a document and no shortcut.

/** Milliseconds a key: as a scanner is set so that an old software follows. */
const usual = 45
/** Above a tenth of a second for the three first letters: they act, and are taken back. */
const slower = 75

/** A 2D-Doc's shape; its separators are sent by F8, which closes a visit when a hand presses it. */
const code = `DC04FR000001125E125F0701FR10FRA\u001D26X\u001D25JEAN\u001D${'A2'.repeat(51)}B`

async function begin(office: Office, page: Page): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
}

/** What the sheet holds, as the page shows it. */
const sheetShown = async (page: Page) => ({
  pieces: await checklist(page).innerText(),
  panels: await page.getByRole('heading', { level: 3 }).allInnerTexts(),
})

const documents = [`${td1().join('\r')}\r`, `${td3().join('\r')}\r`, `${code}\r`]

/** Types each, and sees it read while the sheet stays as it was. */
async function readsAll(page: Page, texts: readonly string[], pace: number): Promise<void> {
  const before = await sheetShown(page)
  const read = page.getByText('Rien de ce qui est lu', { exact: false })
  for (const text of texts) {
    await scanSlowly(page, text, pace)
    await expect(read).toBeVisible()
    await press(page, 'Escape')
    await expect(read).toBeHidden()
    await expect.poll(() => sheetShown(page)).toEqual(before)
  }
}

test(`a document is read at ${usual} ms a key, with nothing ticked and nobody sent away; half a zone presses nothing`, async ({
  office,
  page,
}) => {
  test.setTimeout(180_000)
  await begin(office, page)
  // By day a zone and a code: a key takes its time whatever the machine.
  await readsAll(page, everyWay ? documents : [documents[0]!, documents[2]!], usual)

  await test.step('half a zone is said in one line, and fills no field', async () => {
    const before = await sheetShown(page)
    await scanSlowly(page, td3().join('\r').slice(0, 40), usual)
    await expect(page.getByText('Lecture incomplète')).toBeVisible()
    expect(await sheetShown(page)).toEqual(before)
    // In the note, half a sentence stays what it is.
    await press(page, 'KeyN')
    const note = page.getByRole('textbox', { name: 'Note' })
    await note.fill('Reviendra avec ')
    await scanSlowly(page, td1().join('\r').slice(0, 50), usual)
    await expect(note).toHaveValue('Reviendra avec ')
  })
})

test(
  `a document is read at ${slower} ms a key, though its first letters acted`,
  { tag: byNight },
  async ({ office, page }) => {
    test.setTimeout(180_000)
    await begin(office, page)
    await readsAll(page, documents, slower)
  },
)

test.describe('in the administration', () => {
  test.use({ station: 'administration' })

  test('a trial says how the scanner types, what it read, and what to change on it', async ({ page }) => {
    await page
      .getByRole('navigation', { name: 'Réglages' })
      .getByRole('button', { name: 'Lecteur' })
      .press('Enter')
    const trial = page.getByRole('region', { name: 'Essayer le lecteur' })
    await expect(trial).toContainText('Guichet attend le lecteur.')
    expect(await broken(page)).toEqual([])
    await scanSlowly(page, td3().join(''), slower)
    await expect(trial).toContainText(
      /7\d(,\d)?\sms par touche, disposition de ce poste, sans touche de fin\./,
    )
    await expect(trial).toContainText('Lu : la bande d’un titre d’identité.')
    await expect(trial).toContainText('réglez le délai entre deux caractères')
    await expect(trial).toContainText('ajoutez Entrée à la fin')
    await scanSlowly(page, td1().join('\r').slice(0, 40), usual)
    await expect(trial).toContainText('Le lecteur n’a envoyé qu’une partie d’un document.')
    expect(await broken(page)).toEqual([])
  })
})
