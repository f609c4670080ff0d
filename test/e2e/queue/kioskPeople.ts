import type { Page } from '@playwright/test'
import { expect } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'

const button = (kiosk: Page, name: string | RegExp) => kiosk.getByRole('button', { name })
const question = (kiosk: Page, name: string) => kiosk.getByRole('heading', { name, level: 1 })

/** Chooses by Tab and Enter what is offered on the kiosk's screen, as someone without a finger on the glass. */
export async function choose(kiosk: Page, name: string | RegExp): Promise<void> {
  await tabTo(button(kiosk, name), 60)
  await press(kiosk, 'Enter')
}

/** What a ticket said on the kiosk's screen. */
type Said = {
  /** « Attente : 3 à 7 min », where a wait was announced. */
  readonly wait: string | null
  /** The request's code, without its spaces. */
  readonly code: string
}

/** By which screens the kiosk is asked for something: the service, then what people come to it for. */
export type Way = readonly (string | RegExp)[]

/**
 * Someone takes a ticket at the kiosk and goes to sit down.
 * @param onOffer what is read or said besides, before the ticket
 * @param anyway the kiosk doubts that the person will be received, and they take it all the same
 */
export async function take(
  kiosk: Page,
  way: Way,
  number: string,
  { onOffer, anyway = false }: { readonly onOffer?: () => Promise<void>; readonly anyway?: boolean } = {},
): Promise<Said> {
  await expect(question(kiosk, 'Quelle est votre démarche')).toBeFocused()
  for (const choice of way) await choose(kiosk, choice)
  await onOffer?.()
  // Of a wait said by the hour, a ticket is one of two ways.
  await choose(kiosk, anyway ? 'Prendre le ticket quand même' : /^Prendre (mon|un) ticket/)
  await expect(kiosk.getByRole('status')).toHaveText(number)
  const wait = kiosk.getByText(/^Attente\s:/)
  const code = kiosk.getByText(/^Code de la demande/).locator('strong')
  const said = {
    wait: (await wait.isVisible()) ? await wait.innerText() : null,
    code: (await code.innerText()).replaceAll(' ', ''),
  }
  await press(kiosk, 'Escape')
  return said
}

/** Someone says at the kiosk which priority they have, before what they come for; somebody is with them. */
export async function claimPriority(kiosk: Page, ground: RegExp): Promise<void> {
  await choose(kiosk, /^J’ai une priorité/)
  await expect(question(kiosk, 'Quelle est votre priorité')).toBeFocused()
  await choose(kiosk, ground)
  await expect(question(kiosk, 'Quelqu’un vous accompagne')).toBeFocused()
  await choose(kiosk, 'Oui')
  await expect(kiosk.getByText('Priorité demandée (à montrer au guichet)')).toBeVisible()
}

/** Someone who was away says at the kiosk that they are back, by the number and the code of their ticket. */
export async function comeBack(kiosk: Page, number: string, code: string): Promise<void> {
  await choose(kiosk, 'J’ai un ticket')
  await choose(kiosk, /^Je suis de retour/)
  await kiosk.keyboard.type(number)
  await press(kiosk, 'Enter')
  await expect(question(kiosk, 'Quel est le code du ticket')).toBeVisible()
  await kiosk.keyboard.type(code)
  await press(kiosk, 'Enter')
  await expect(question(kiosk, 'Votre retour est noté')).toBeVisible()
}
