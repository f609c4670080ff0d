import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { administration, openNetwork } from '../../fixtures/lanHost.ts'
import { expect, test } from '../fixture.ts'

test.use({ station: 'administration' })

/** What another site's page tries on the office's door, from a browser that is one of its displays. */
async function attempts({ office, link }: { readonly office: string; readonly link: string }) {
  const answered = (work: Promise<Response>) =>
    work.then(
      (response) => (response.type === 'opaque' ? 'unreadable' : String(response.status)),
      () => 'blocked',
    )
  const body = JSON.stringify({ version: '1.4', exchange: 'A'.repeat(43), share: 'A'.repeat(43) })
  const json = { 'content-type': 'application/json' }
  const socket = new WebSocket(`${office.replace('https', 'wss')}/ws`)
  const opened = await new Promise<string>((resolve) => {
    socket.addEventListener('open', () => resolve('opened'))
    socket.addEventListener('close', () => resolve('refused'))
  })
  return {
    opened,
    pairsPlain: await answered(
      fetch(`${office}/pair/begin`, { method: 'POST', mode: 'no-cors', credentials: 'include', body }),
    ),
    pairsJson: await answered(fetch(`${office}/pair/begin`, { method: 'POST', headers: json, body })),
    opensLink: await answered(fetch(link, { method: 'POST', mode: 'no-cors', credentials: 'include' })),
    reads: await answered(
      fetch(`${office}/api/v1/queries/display.view`, {
        method: 'POST',
        credentials: 'include',
        headers: json,
      }),
    ),
  }
}

test('a page of another site, in a browser that is a paired display, opens and spends nothing of the office', async ({
  office,
  windows,
}) => {
  const admin = await administration(office)
  await openNetwork(admin)
  const place = { name: 'Salle', counterId: null }
  const { links } = await admin.act('pairing.openLink', { role: 'display', place, days: 30 })
  const browser = windows.context.browser()
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const evil = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>ailleurs</title>')
  }).listen(0, '127.0.0.1')
  await once(evil, 'listening')
  try {
    const display = await context.newPage()
    await display.goto(links[0]!)
    await display.getByRole('button').press('Enter')
    await expect.poll(async () => (await admin.ask('stations.view', {})).total).toBe(1)

    // Localhost is another site than the address, and a secure one: nothing but the door itself is in its way.
    const page = await context.newPage()
    await page.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`)
    const next = await admin.act('pairing.openLink', { role: 'supervisor', place, days: 30 })
    const origin = new URL(links[0]!).origin
    const tried = await page.evaluate(attempts, { office: origin, link: next.links[0]! })
    expect(tried).toEqual({
      opened: 'refused',
      pairsPlain: 'unreadable',
      pairsJson: 'blocked',
      opensLink: 'unreadable',
      reads: 'blocked',
    })
    const { pairing, stations } = await admin.ask('stations.view', {})
    expect(pairing).toMatchObject({ links: next.links, tries: 1 })
    expect(stations).toHaveLength(1)
  } finally {
    evil.close()
    evil.closeAllConnections()
    await context.close()
    admin.connection.close()
  }
})
