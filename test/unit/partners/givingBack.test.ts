import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startGivingBack, type GivingBackOptions } from '../../../electron/host/partners/givingBack.ts'
import type { PartnerId } from '../../../shared/contract/partners/calls.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What is given back to other offices, one of which is silent. 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('an office that does not answer keeps no agent waiting who asks another one', async () => {
  let [asked, ended] = [0, 0]
  let heard = () => {}
  const reached = new Promise<void>((come) => (heard = come))
  const silentServer = createServer(
    (request) => (asked++, request.socket.on('close', () => ended++), heard()),
  )
  const silent = await listening(silentServer)
  const there = await listening(
    createServer((_asked, response) => response.end('{"output":{"withdrawn":true}}')),
  )
  const dir = mkdtempSync(join(tmpdir(), 'guichet-rendre-'))
  const offices = Object.entries({ muet: silent, present: there }).map(([id, url]) => ({
    id,
    name: id,
    url,
    token: 'x'.repeat(43),
    places: true,
  }))
  writeFileSync(join(dir, 'offices.json'), JSON.stringify({ offices }), { mode: 0o600 })

  const pure = PureOffice.school(nine)
  pure.act('day.open', {}, 'supervisor')
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  pure.act('ticket.take', { serviceId: 'titres', procedureId: 'cni' }, 'kiosk')
  pure.act('ticket.callNext', {}, 'agent1')
  pure.act('ticket.start', {}, 'agent1')
  for (const partnerId of ['muet', 'present', 'muet']) {
    pure.act('partners.beginAsking', { partnerId }, 'agent1')
    pure.act('partners.giveUpPlace', {}, 'agent1')
  }
  const act: GivingBackOptions['act'] = async (_who, name, input) => {
    pure.act(name, input, 'hote')
    return { text: '{}' }
  }
  const options = { dir, office: () => pure.office, acts: () => true, now: () => pure.now, act }
  const log = { info: () => {}, fault: () => {} } as unknown as GivingBackOptions['log']
  const givingBack = startGivingBack({ ...options, log })
  givingBack.committed()
  await reached
  await givingBack.now('present' as PartnerId)
  expect(ended, 'the silent one is waited for still').toBe(0)
  expect([...pure.office.partners.asked.values()].map(({ partnerId, state }) => [partnerId, state])).toEqual([
    ['muet', 'givenUp'],
    ['present', 'returned'],
    ['muet', 'givenUp'],
  ])
  // It falls at last: the end waits for its answer no longer than that.
  const stopping = givingBack.stop()
  silentServer.closeAllConnections()
  await stopping
  expect(asked, 'nor is it asked for each of its places while it is silent').toBe(1)
  rmSync(dir, { recursive: true })
})
