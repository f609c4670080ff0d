import { chromium, type Page } from '@playwright/test'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { addressOf, startOffice } from '../fixtures/office.ts'
import { startEscposListener, type EscposListener } from '../fixtures/escposListener.ts'
import { done } from '../fixtures/startHost.ts'
import { programsTake } from '../fixtures/kioskPace.ts'
import { buildIfNeeded } from '../runtime/build.ts'
import { openBare } from './bare/append.ts'
import { alternate, durations, type Part } from './measure.ts'
import { bareBody } from './pages.ts'

/** From F9's Enter at the counter to the receipt out of its printer; a bare page, one durable append and the same bytes beside. */
export const endToPaper: Part = {
  name: 'endToPaper',
  title: 'De « Terminer » au papier sorti',
  run: async ({ quick, folder }) => {
    await buildIfNeeded()
    const printer = await startEscposListener()
    const office = await startOffice({ school: true, at: '2026-03-03T10:42:00+01:00' })
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    const bare = await bareOffice(folder, printer)
    const act = (who: string, command: string, input: object = {}) =>
      done(office, who, `commands/${command}`, input)
    try {
      await act('supervisor', 'rules.set', programsTake)
      await act('admin', 'office.setPrinters', {
        printers: [
          {
            printerId: 'guichet',
            name: 'Guichet',
            transport: 'tcp',
            address: printer.address,
            paper: 'thermal80',
          },
        ],
        ticketPrinterId: null,
        counters: [{ counterId: '1', printerId: 'guichet' }],
      })
      await act('supervisor', 'day.open')
      await act('agent1', 'counter.open', { counterId: '1' })
      const counter = await browser.newPage()
      await counter.goto(addressOf(office, 'counter'))
      const plain = await browser.newPage()
      await plain.goto(bare.url)
      const ours = async () => {
        await act('kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
        await counter.locator('button:enabled', { hasText: 'F2' }).first().waitFor()
        await counter.keyboard.press('F2')
        await counter.keyboard.press('F5')
        await counter.getByRole('listitem').filter({ hasText: 'Ancienne carte' }).waitFor()
        await counter.keyboard.press('KeyE')
        await counter.keyboard.press('F9')
        await counter.getByRole('form', { name: /^Terminer/ }).waitFor()
        return { paper: [await fromEnter(counter, printer)] }
      }
      const theirs = async () => {
        await plain.locator('button').focus()
        return { paper: [await fromEnter(plain, printer)] }
      }
      // What is read and compiled once is not counted.
      await ours()
      bare.prints(printer.finished().at(-1) ?? new Uint8Array())
      await theirs()
      const times = await alternate({ ours, theirs }, { rounds: quick ? 1 : 5, blocks: quick ? 2 : 6 })
      return [
        durations(
          'de la touche au papier sorti, récépissé sur une imprimante de tickets',
          times.ours.paper,
          times.theirs.paper,
          null,
          'À côté : une page avec un bouton, une écriture durable, les mêmes octets envoyés à la même imprimante. L’imprimante est sans papier : le temps du rouleau n’y est pas.',
        ),
      ]
    } finally {
      await browser.close()
      bare.close()
      await office.stop()
      await printer.stop()
    }
  },
}

/** Milliseconds from Enter to one more paper that ends with its cut. */
async function fromEnter(page: Page, printer: EscposListener): Promise<number> {
  const before = printer.finished().length
  const began = performance.now()
  await page.keyboard.press('Enter')
  while (printer.finished().length === before) {
    if (performance.now() - began > 30_000) throw new Error('no paper came out')
    await wait(1)
  }
  return performance.now() - began
}

/** A page with one button: one durable append, then the paper's bytes sent as they are. */
async function bareOffice(folder: string, printer: EscposListener) {
  const journal = openBare(folder)
  let paper = new Uint8Array()
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      journal.append(bareBody)
      connect(printer.port, '127.0.0.1').end(paper)
      return response.end()
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return response.end(
      `<!doctype html><meta charset="utf-8"><title>Nu</title><button onclick="fetch('/',{method:'POST'})">Terminer</button>`,
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    prints: (bytes: Uint8Array) => {
      paper = Uint8Array.from(bytes)
    },
    close: () => {
      server.close()
      server.closeAllConnections()
      journal.close()
    },
  }
}
