import type { Page } from '@playwright/test'
import { done } from '../fixtures/startHost.ts'
import type { Office } from '../fixtures/office.ts'
import { expect } from './fixture.ts'
import { press } from './keyboard.ts'

type Reached = Pick<Office, 'url' | 'tokens'>

/** What is done over HTTP before the part of a journey that a test is about. */
export const act = <T = unknown>(office: Reached, holder: string, command: string, input: unknown = {}) =>
  done<T>(office, holder, `commands/${command}`, input)

export const ask = <T>(office: Reached, holder: string, query: string) =>
  done<T>(office, holder, `queries/${query}`)

/** Opens the day, lets people take a ticket for the identity card, and gives counter 1 to the first agent. */
export async function openOffice(office: Reached, people: number): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  for (let taken = 0; taken < people; taken++)
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
}

/** The counter's page held by the first agent: in the application its window asks who is there. */
export async function heldByFirstAgent(page: Page): Promise<void> {
  const asks = page.getByRole('heading', { name: 'Qui êtes-vous' })
  const counter = page.getByRole('heading', { name: 'Guichet 1', exact: true })
  await expect(asks.or(counter)).toBeVisible()
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(counter).toBeVisible()
}

/** Calls the next person and receives them, by the counter's keys. */
export async function receiveNext(page: Page, number: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Appeler ${number}` })).toBeVisible()
  await press(page, 'F2')
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  await press(page, 'F5')
  await expect(page.getByRole('heading', { name: number, exact: true })).toBeFocused()
}

/** A piece's line in the checklist. */
export const piece = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })

/** Ticks a piece by its key, and waits until the page says so. */
export async function tick(page: Page, title: string, key: string): Promise<void> {
  await press(page, key)
  await expect(piece(page, title)).toContainText('Présentée')
}
