import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { settings } from '../../shared/messages/office/settings.fr.ts'
import { decodeEscpos } from '../fixtures/escposDecoder.ts'
import { startEscposListener, type EscposListener } from '../fixtures/escposListener.ts'
import { press } from '../e2e/keyboard.ts'
import { button, heading, newest } from '../e2e/pages.ts'
import { passphrase } from '../e2e/realOffice.ts'
import { expect, test as base } from './launch.ts'

// A newcomer's first hour, from the first start of a new office to the first receipt in somebody's hands, by README's
// first morning and the administration's first page alone. What it costs is counted, and may not grow.

const test = base.extend<{ readonly printer: EscposListener }>({
  // Playwright reads the fixtures that one needs from its pattern: none here.
  // oxlint-disable-next-line no-empty-pattern
  printer: async ({}, use) => {
    const printer = await startEscposListener()
    await use(printer)
    await printer.stop()
  },
})

/** Somebody who types, clicks and answers, at any window; each is counted. */
function newcomer() {
  const counts = { clicks: 0, keys: 0, letters: 0 }
  const questions: string[] = []
  return {
    click: async (target: Locator) => {
      counts.clicks++
      await target.click()
    },
    press: async (page: Page, ...keys: readonly string[]) => {
      counts.keys += keys.length
      await press(page, ...keys)
    },
    /** Answers a question that waits under the cursor. */
    type: async (field: Locator, text: string) => {
      await expect(field).toBeFocused()
      counts.letters += text.length
      await field.page().keyboard.type(text)
      await expect(field).not.toHaveValue('')
    },
    /** The program asks it, and goes no further without an answer. */
    isAsked: async (question: Locator, words: string) => {
      await expect(question).toBeVisible()
      questions.push(words)
    },
    counts: () => ({ ...counts, questions: questions.length }),
    questions: () => questions,
  }
}

/** The window of a station that this act opens. */
async function opened(
  application: ElectronApplication,
  station: string,
  act: () => Promise<void>,
): Promise<Page> {
  const [window] = await Promise.all([
    // A test page is drawn meanwhile in a window of its own.
    application.waitForEvent('window', (page) =>
      page.waitForURL(new RegExp(`#station=${station}$`), { waitUntil: 'commit' }).then(
        () => true,
        () => false,
      ),
    ),
    act(),
  ])
  return window
}

/** What the first page says of what remains to be set, then of what is, and of how many. */
async function saysNext(page: Page, toSet: readonly string[], done: readonly string[]): Promise<void> {
  const part = page.getByRole('region', { name: 'À régler' })
  await expect(part.getByRole('listitem')).toContainText([...toSet])
  await expect(part.getByText(/^Déjà réglé/)).toHaveText(`Déjà réglé : ${done.join(', ')}`)
  await expect(part).toContainText(`${done.length} faits sur ${toSet.length + done.length}`)
}

test('from the first start to the first receipt handed over, a newcomer presses, types and is asked no more than today', async ({
  launch,
  printer,
}) => {
  test.setTimeout(120_000)
  const application = await launch()
  const page = await application.firstWindow()
  const one = newcomer()
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })

  await test.step('the welcome asks for ten things, and makes the office', async () => {
    const name = 'Nom de l’office'
    await expect(field(name)).toBeFocused({ timeout: 30_000 })
    await one.isAsked(field(name), name)
    await one.type(field(name), 'Fontaine-le-Port')
    const answer = async (question: string, text: string) => {
      await one.isAsked(field(question), question)
      await one.click(field(question))
      await one.type(field(question), text)
    }
    await answer('Adresse', '1 place de la Mairie')
    await answer('Code postal', '77590')
    await answer('Téléphone', '01 60 00 00 00')
    await answer('Prénom', 'Nadia')
    await answer('Nom', 'Ferrand')
    await one.isAsked(page.getByRole('radiogroup', { name: 'Imprimante' }), 'Imprimante')
    await one.click(page.getByText(settings.printer.kinds.tcp, { exact: true }))
    await answer(settings.printer.addresses.tcp, printer.address)
    await answer('Votre phrase de passe', passphrase)
    await answer('Encore une fois, le même texte', passphrase)
    await one.click(button(page, 'Ouvrir la mairie'))
  })

  const left = ['Pas d’adresse de courriel', 'Les autres agents', 'Aucune copie hors de cet ordinateur']
  const set = ['imprimante', 'horaires', 'accès', 'codes']

  await test.step('its first page says what is done, and what is not', async () => {
    await expect(page.getByText(/: c’est prêt\. La journée n’est pas ouverte\.$/)).toBeVisible()
    const [email, agents, copy] = left as [string, string, string]
    const untried = 'Imprimante « Tickets, 80 mm » : aucun des derniers papiers n’en est sorti'
    await saysNext(page, [email, agents, 'L’affichage de la salle', copy, untried], set)
  })

  await test.step('a test comes out of the printer, and is not asked for again', async () => {
    await one.click(button(page, 'Imprimer un essai'))
    await expect.poll(() => printer.finished().length).toBe(1)
    // The ruler, and the name in Arabic, which the host had drawn by the application.
    expect(decodeEscpos(printer.finished()[0] ?? new Uint8Array()).pictures).toHaveLength(2)
    set.push('papier sorti de « Tickets, 80 mm »')
  })

  const display = await opened(application, 'display', () => one.click(button(page, 'Ouvrir l’affichage')))
  await test.step('the room’s display says that the office is closed, and is not to be linked any more', async () => {
    await expect(display.getByText('L’accueil est fermé')).toBeVisible()
    set.splice(4, 0, 'affichage')
    await saysNext(page, left, set)
  })

  await test.step('the day opens', async () => {
    await one.click(button(page, 'Ouvrir la journée'))
    await expect(page.getByText(/^Journée ouverte depuis/)).toBeVisible()
    await expect(display.getByText('Prenez un ticket')).toBeVisible()
  })

  const counter = await opened(application, 'counter', () => one.click(button(page, 'Ouvrir le guichet')))
  await test.step('whoever made the office is known at the counter, which asks for its number alone', async () => {
    const question = heading(counter, 'Quel guichet tenez-vous')
    await one.isAsked(question, 'Quel guichet tenez-vous')
    await one.press(counter, 'Digit1')
    await expect(heading(counter, 'Personne n’attend')).toBeVisible()
  })

  const kiosk = await opened(application, 'kiosk', () => one.click(button(page, 'Ouvrir la borne')))
  await test.step('the kiosk gives its first ticket', async () => {
    await one.isAsked(heading(kiosk, 'Quelle est votre démarche'), 'Quelle est votre démarche')
    await one.click(button(kiosk, /^Titres d’identité/))
    await one.isAsked(heading(kiosk, 'Titres d’identité'), 'Titres d’identité')
    await one.click(button(kiosk, /^Carte nationale d’identité/))
    // Near the end of the office's hours, the same press says that the person may not be received.
    await one.click(button(kiosk, /^Prendre (mon|un|le) ticket/))
    await expect(kiosk.getByRole('status')).toHaveText('A 1')
    await expect.poll(() => printer.finished().length).toBe(2)
    await one.click(button(kiosk, 'J’ai mon ticket'))
  })

  await test.step('the person is called, as the room sees, and received', async () => {
    await expect(button(counter, 'Appeler A 1').first()).toBeVisible()
    await one.press(counter, 'F2')
    await expect(newest(display)).toHaveText('A 1Guichet 1')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await one.press(counter, 'F5')
    await expect(heading(counter, 'A 1')).toBeFocused()
  })

  await test.step('two pieces are ticked, and the receipt is handed over', async () => {
    for (const [piece, key] of [
      ['Pré-demande en ligne', 'KeyQ'],
      ['Ancienne carte', 'KeyE'],
    ] as const) {
      await one.press(counter, key)
      await expect(counter.getByRole('listitem').filter({ hasText: piece })).toContainText('Présentée')
    }
    await one.press(counter, 'F9', 'Enter')
    await expect(counter.getByText('imprimé sur Tickets, 80 mm')).toBeVisible()
    await expect.poll(() => printer.finished().length).toBe(3)
    await one.press(counter, 'KeyR')
    // On the strip of papers while it stands, in the sentence below once it has gone.
    await expect(counter.getByText(/^Remis$|: remise notée$/).first()).toBeVisible()
  })

  await saysNext(page, left, set)
  for (const window of application.windows())
    await expect(window.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
  const { clicks, keys, letters, questions } = one.counts()
  process.stdout.write(
    `    première heure : ${clicks} clics, ${keys} touches, ${letters} lettres ou chiffres, ${questions} questions (${one.questions().join(' ; ')})\n`,
  )
  expect(clicks).toBeLessThanOrEqual(19)
  expect(keys).toBeLessThanOrEqual(8)
  expect(questions).toBeLessThanOrEqual(13)
})
