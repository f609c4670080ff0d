import { verifyCode } from '../../../shared/documents/code.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { startEscposListener, type EscposListener } from '../../fixtures/escposListener.ts'
import type { Office } from '../../fixtures/office.ts'
import { expect, test as base } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { act, ask, heldByFirstAgent, openOffice, receiveNext, tick } from '../reception.ts'

/** Two receipt printers: the first counter's, and the reception's. */
type Printers = { readonly atCounter: EscposListener; readonly atReception: EscposListener }

const test = base.extend<{ readonly printers: Printers }>({
  // Playwright reads the fixtures that one needs from its pattern: none here.
  // oxlint-disable-next-line no-empty-pattern
  printers: async ({}, use) => {
    const atCounter = await startEscposListener()
    const atReception = await startEscposListener()
    await use({ atCounter, atReception })
    await atCounter.stop()
    await atReception.stop()
  },
})

const printer = (printerId: string, name: string, { address }: EscposListener) => ({
  printerId,
  name,
  transport: 'tcp',
  address,
  paper: 'thermal80',
})

async function setPrinters(office: Office, { atCounter, atReception }: Printers): Promise<void> {
  await act(office, 'admin', 'office.setPrinters', {
    printers: [
      printer('recus-1', 'Reçus du guichet 1', atCounter),
      printer('recus-accueil', 'Reçus de l’accueil', atReception),
    ],
    ticketPrinterId: null,
    counters: [{ counterId: '1', printerId: 'recus-1' }],
  })
}

test('the receipt that comes out says what was filed, and its code is the office’s', async ({
  office,
  page,
  printers,
}) => {
  await setPrinters(office, printers)
  await openOffice(office, 1)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await tick(page, 'Pré-demande en ligne', 'KeyQ')
  await tick(page, 'Ancienne carte', 'KeyE')
  await tick(page, 'Photo de moins de 6 mois', 'KeyR')
  await press(page, 'KeyT', 'KeyT', 'F9', 'Enter')
  await expect(page.getByText('imprimé sur Reçus du guichet 1')).toBeVisible()

  const [bytes, ...others] = printers.atCounter.finished()
  expect(others).toEqual([])
  const paper = decodeEscpos(bytes ?? new Uint8Array())
  expect(paper.unknown).toEqual([])
  expect(paper.cuts).toBe(1)
  const text = plainText(paper)
  for (const said of [
    'Mairie de formation',
    '1 place de la Mairie',
    'Récépissé de dépôt',
    'RD-2026-1',
    'Pré-demande en ligne',
    'Ancienne carte',
    'Photo de moins de 6 mois',
    'Justificatif de domicile',
    'Samira Belkacem',
    'SPÉCIMEN',
  ])
    expect(text).toContain(said)
  const { publicKey } = await ask<{ publicKey: string }>(office, 'admin', 'settings.view')
  expect(paper.qr).toHaveLength(1)
  expect(verifyCode(paper.qr[0] ?? '', publicKey)).toMatchObject({
    is: 'authentic',
    school: true,
    kind: 'recepisse',
    number: 'RD-2026-1',
    presented: 3,
    missing: 1,
  })
  expect(printers.atReception.papers()).toEqual([])
})

test('a printer that is off is said at the counter; switched on again, it prints once', async ({
  office,
  page,
  printers,
}) => {
  await setPrinters(office, printers)
  await printers.atCounter.off()
  await openOffice(office, 2)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await tick(page, 'Ancienne carte', 'KeyE')
  await press(page, 'F9', 'Enter')
  await expect(page.getByText('Imprimante « Reçus du guichet 1 » injoignable')).toBeVisible()
  // Nobody waits for a printer: the next person is received meanwhile, and the trouble stays in sight.
  await receiveNext(page, 'A 2')
  await expect(page.getByText('Imprimante « Reçus du guichet 1 » injoignable')).toBeVisible()
  // Ready at the button before the printer is: it would print by itself meanwhile.
  await tabTo(page.getByRole('button', { name: 'Réessayer' }), 60)
  await printers.atCounter.on()
  await press(page, 'Enter')
  await expect.poll(() => printers.atCounter.finished().length).toBe(1)
  await expect(page.getByText('injoignable')).toBeHidden()
  expect(plainText(decodeEscpos(printers.atCounter.finished()[0] ?? new Uint8Array()))).toContain('RD-2026-1')
  expect(printers.atCounter.papers()).toHaveLength(1)
})

test('a paper that waits is sent to another printer from the counter', async ({ office, page, printers }) => {
  await setPrinters(office, printers)
  printers.atCounter.behaviour.paperOut = true
  await openOffice(office, 1)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await tick(page, 'Ancienne carte', 'KeyE')
  await press(page, 'F9', 'Enter')
  await expect(page.getByText('n’a plus de papier')).toBeVisible()
  await tabTo(page.getByRole('button', { name: /^Envoyer vers .*Reçus de l’accueil/ }))
  await press(page, 'Enter')
  await expect(page.getByText('imprimé sur Reçus de l’accueil')).toBeVisible()
  expect(printers.atReception.finished()).toHaveLength(1)
  expect(printers.atCounter.papers()).toEqual([])
})
