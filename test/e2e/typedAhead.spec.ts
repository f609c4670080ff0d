import type { Page } from '@playwright/test'
import type { Office } from '../fixtures/office.ts'
import { expect, test } from './fixture.ts'
import { press } from './keyboard.ts'
import { pieceLine } from './procedurePages.ts'
import { act, heldByFirstAgent, piece, receiveNext } from './reception.ts'

// Who knows the keys presses them one after another, faster than the host answers: each is for the page that it is meant for.

/** Milliseconds that each message of the page takes to the host: a network that is slow. */
const late = 400

/** The first agent receives A 1 for this procedure, over that network. */
async function begin(office: Office, page: Page, ticket: object, procedureId: string): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', ticket)
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await act(office, 'agent1', 'sheet.update', { procedureId })
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const host = socket.connectToServer()
    socket.onMessage((message) => void setTimeout(() => host.send(message), late))
  })
  await page.reload()
  await heldByFirstAgent(page)
}

const titres = { serviceId: 'titres', procedureId: 'cni' }

test('a ground pressed while the visit’s end is being sent is chosen in the refusal’s form that follows', async ({
  office,
  page,
}) => {
  await begin(office, page, titres, 'attestation-accueil')
  await expect(piece(page, 'Formulaire d’attestation').first()).toBeVisible()
  await press(page, 'KeyQ', 'F9', 'Digit4', 'Enter', 'Digit2')
  const form = page.getByRole('form', { name: 'Refus écrit', exact: true })
  const grounds = form.getByRole('group', { name: /^Motif/ })
  await expect(grounds.getByRole('button', { pressed: true })).toHaveText(/^2/)
  await expect(form.getByRole('textbox', { name: 'Faits' })).toBeFocused()
})

test('the pieces of the next request and its end are pressed while the end of the one before is being sent', async ({
  office,
  page,
}) => {
  await begin(office, page, { ...titres, requests: 2 }, 'cni')
  await expect(pieceLine(page, 'Justificatif de domicile')).toBeVisible()
  await press(page, 'KeyE', 'F9', 'Enter', 'KeyR', 'KeyR', 'F9')
  await expect(page.getByText(/^Demande 2 sur 2/)).toBeVisible()
  await expect(page.getByRole('form', { name: 'Terminer : dossier incomplet' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByText('A 1 : dossier incomplet.')).toBeVisible()
})
