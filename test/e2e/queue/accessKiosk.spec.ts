import type { Page } from '@playwright/test'
import { kiosk as kioskWords } from '../../../shared/messages/public/kiosk.ts'
import { expect, test } from '../fixture.ts'
import { press } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { act } from '../reception.ts'

// The kiosk for who doesn't see, sees little, doesn't read, has no hand for a screen, or sits.

test.use({ station: 'kiosk' })

const question = (kiosk: Page, name: string | RegExp) => kiosk.getByRole('heading', { name, level: 1 })
/** What is written of what is said: a live region. */
const caption = (kiosk: Page) => kiosk.locator('p[aria-live="polite"]')

/** The kiosk on an engine of voices that keeps what it is given: this machine has no loudspeaker. */
async function withVoice(page: Page, langs: readonly string[]): Promise<void> {
  await page.addInitScript((known) => {
    const said: string[] = []
    const engine = {
      getVoices: () => known.map((lang) => ({ lang, localService: true, name: lang })),
      speak: (words: { readonly text: string; readonly lang: string }) =>
        said.push(`${words.lang}: ${words.text}`),
      cancel: () => {},
    }
    Object.assign(window, {
      said,
      SpeechSynthesisUtterance: class {
        readonly text: string
        constructor(text: string) {
          this.text = text
        }
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: engine })
  }, langs)
  await page.reload()
  await expect(question(page, 'Quelle est votre démarche')).toBeFocused()
}
const said = (page: Page) =>
  page.evaluate(() => (window as unknown as { readonly said: string[] }).said.splice(0))

/** The keypad's socket says that headphones come and go by two keys that no keyboard of an office has. */
const socket = (page: Page, key: 'F15' | 'F16') =>
  page.evaluate((code) => {
    // As the keyboard's own keys: to what has the focus, through all that holds it.
    const focused = document.activeElement ?? document.body
    focused.dispatchEvent(new KeyboardEvent('keydown', { key: code, code, bubbles: true, cancelable: true }))
  }, key)

/** Goes on by the key « next » until what is written of what is said begins so: what can't be reached fails here. */
async function next(kiosk: Page, name: RegExp, most = 40): Promise<void> {
  for (let stops = 0; stops < most; stops++) {
    if (name.test(await caption(kiosk).innerText())) return
    // What is said changes with the focus: read before, a key too many would pass over what is looked for.
    const before = await kiosk.evaluateHandle(() => document.activeElement)
    await press(kiosk, 'ArrowDown')
    await kiosk.waitForFunction((reached) => document.activeElement !== reached, before)
  }
  await expect(caption(kiosk), `within ${most} stops`).toHaveText(name)
}

test('headphones in, four keys alone take a ticket: each element is said when it is reached, the number too; out, all is silent', async ({
  office,
  page: kiosk,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await withVoice(kiosk, ['fr-FR', 'ar'])
  await press(kiosk, 'ArrowDown', 'ArrowUp')
  expect(await said(kiosk), 'nothing is heard that nobody asked for').toEqual([])

  await socket(kiosk, 'F15')
  await expect(caption(kiosk)).toContainText('L’écran est lu.')
  expect((await said(kiosk)).join()).toContain('fr-FR: L’écran est lu.')
  await next(kiosk, /^Titres d’identité/)
  await expect(caption(kiosk)).toContainText('bouton')
  await press(kiosk, 'Enter')
  await expect(question(kiosk, 'Titres d’identité')).toBeFocused()
  await expect(caption(kiosk)).toContainText('Titres d’identité')
  await next(kiosk, /^Choisissez la principale/)
  await next(kiosk, /^Passeport/)
  await press(kiosk, 'Enter')
  await expect(question(kiosk, 'Passeport')).toBeFocused()
  // Back by the fourth key, and forth again.
  await press(kiosk, 'Escape')
  await expect(question(kiosk, 'Titres d’identité')).toBeFocused()
  await next(kiosk, /^Passeport/)
  await press(kiosk, 'Enter')
  await next(kiosk, /^Prendre (mon|le) ticket/)
  await said(kiosk)
  await press(kiosk, 'Enter')
  await expect(question(kiosk, 'Votre ticket')).toBeFocused()
  await next(kiosk, /^A 1(?:\s|$)/)
  expect((await said(kiosk)).join('\n')).toMatch(/fr-FR: A.1$/m)

  await press(kiosk, 'Escape')
  await socket(kiosk, 'F16')
  await said(kiosk)
  await press(kiosk, 'ArrowDown', 'ArrowDown')
  expect(await said(kiosk)).toEqual([])
  await expect(caption(kiosk)).toBeEmpty()
})

test('a number is typed with four keys, a sign at a time', async ({ office, page: kiosk }) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
  await withVoice(kiosk, ['fr-FR'])
  await socket(kiosk, 'F15')
  await next(kiosk, /^J’ai un ticket/)
  await press(kiosk, 'Enter')
  await next(kiosk, /^J’ai perdu/)
  await press(kiosk, 'Enter')
  await expect(question(kiosk, /numéro/)).toBeVisible()
  await next(kiosk, /^A, bouton|^A bouton/)
  await press(kiosk, 'Enter')
  await expect(caption(kiosk)).toHaveText('A')
  await press(kiosk, 'ArrowDown')
  await next(kiosk, /^1 bouton/)
  await said(kiosk)
  await press(kiosk, 'Enter')
  expect(await said(kiosk)).toEqual(['fr-FR: A 1'])
  await expect(kiosk.getByRole('textbox')).toHaveValue('A1')
})

test('a picture and a voice stand by each answer for who doesn’t read, in their language', async ({
  office,
  page: kiosk,
}) => {
  await act(office, 'supervisor', 'day.open')
  await withVoice(kiosk, ['fr-FR', 'en-GB'])
  await expect(kiosk.locator('main li button svg').first()).toBeVisible()
  await kiosk.getByRole('button', { name: 'English' }).click()
  await expect(question(kiosk, kioskWords.en.choose)).toBeVisible()
  // By its picture alone, without a screen to read before.
  const voice = kiosk.getByRole('button', { name: 'Listen to the screen' })
  await expect(voice.locator('svg')).toBeVisible()
  await voice.click()
  await expect(voice).toHaveAttribute('aria-pressed', 'true')
  await kiosk.getByRole('main').getByRole('button').first().click()
  await expect(question(kiosk, kioskWords.en.choose)).toBeHidden()
  const answers = kiosk.getByRole('main').getByRole('listitem')
  for (const answer of await answers.all()) {
    await expect(answer.getByRole('button')).toHaveCount(2)
    // The picture, then the arrow; a motive that nobody serves has one more.
    await expect(answer.getByRole('button').first().locator('svg').nth(1)).toBeVisible()
  }
  await said(kiosk)
  await answers
    .first()
    .getByRole('button', { name: /^Listen/ })
    .click()
  expect((await said(kiosk)).join()).toMatch(/en-GB: .*identity card/i)
  expect(await broken(kiosk)).toEqual([])
})

test('contrast, size and reach are chosen for one visit: no rule is broken, nothing is cut, targets double, the next person finds it as it was', async ({
  office,
  page: kiosk,
  shell,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await expect(question(kiosk, 'Quelle est votre démarche')).toBeFocused()
  if (shell === 'chromium') await kiosk.setViewportSize({ width: 1080, height: 1920 })
  // A colour half changed is none of the page's.
  await kiosk.emulateMedia({ reducedMotion: 'reduce' })
  await kiosk.getByRole('button', { name: 'Lire et atteindre' }).press('Enter')
  for (const name of ['Contraste fort', 'Grandes lettres', 'Tout en bas'])
    await kiosk.getByRole('button', { name }).press('Enter')
  await expect(kiosk.getByRole('group')).toMatchAriaSnapshot(`
    - group "Comment voulez-vous lire cet écran ?":
      - button "Écouter l’écran"
      - button "Contraste fort" [pressed]
      - button "Grandes lettres, grandes touches" [pressed]
      - button "Tout en bas de l’écran" [pressed]
  `)
  const asItMust = async () => {
    expect(await broken(kiosk)).toEqual([])
    const { beyond, sizes, tops, high } = await kiosk.evaluate(() => {
      const boxes = [...document.querySelectorAll('button')].map((button) => button.getBoundingClientRect())
      return {
        beyond: document.documentElement.scrollWidth - window.innerWidth,
        sizes: boxes.map(({ height }) => height),
        tops: boxes.map(({ top }) => top + window.scrollY),
        high: window.innerHeight,
      }
    })
    expect(beyond).toBeLessThanOrEqual(0)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(160)
    expect(Math.min(...tops)).toBeGreaterThan(high * 0.4)
  }
  await asItMust()
  await kiosk.getByRole('button', { name: 'Continuer' }).press('Enter')
  await expect(question(kiosk, 'Quelle est votre démarche')).toBeFocused()
  await asItMust()
  await press(kiosk, 'Digit1')
  await expect(question(kiosk, 'Titres d’identité')).toBeFocused()
  await press(kiosk, 'Digit1')
  await expect(kiosk.getByRole('button', { name: /^Prendre (mon|le) ticket/ })).toBeVisible()
  await asItMust()
  await kiosk.getByRole('button', { name: /^Prendre (mon|le) ticket/ }).press('Enter')
  await expect(kiosk.getByRole('status').filter({ hasText: 'A 1' })).toBeVisible()
  await asItMust()
  await press(kiosk, 'Escape')
  await expect(question(kiosk, 'Quelle est votre démarche')).toBeFocused()
  expect(await kiosk.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({ access: '' })
  await expect(kiosk.locator('html')).not.toHaveAttribute('data-contrast')
})

test('who listens has three minutes, then is asked, aloud, and stays by one key', async ({
  office,
  page: kiosk,
}) => {
  await act(office, 'supervisor', 'day.open')
  await kiosk.clock.install()
  await withVoice(kiosk, ['fr-FR'])
  await kiosk.getByRole('button', { name: 'Lire et atteindre' }).press('Enter')
  await kiosk.getByRole('button', { name: 'Écouter l’écran' }).press('Enter')
  await expect(caption(kiosk)).toContainText('choisi')
  const asked = kiosk.getByRole('alertdialog', { name: 'Avez-vous besoin de plus de temps' })
  await kiosk.clock.fastForward(120_000)
  await expect(asked).toBeHidden()
  await said(kiosk)
  await kiosk.clock.fastForward(60_000)
  await expect(asked).toBeVisible()
  expect((await said(kiosk)).join()).toContain('Oui, continuer')
  await press(kiosk, 'Enter')
  await expect(asked).toBeHidden()
  await expect(question(kiosk, 'Comment voulez-vous lire cet écran')).toBeVisible()
})
