import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLog } from '../../../electron/host/core/log.ts'
import { startNetwork } from '../../../electron/host/network/network.ts'
import { startPairing } from '../../../electron/host/network/pairing.ts'
import type { Instant, StationId } from '../../../shared/contract/ids.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'

test('a code opened for the next station, while the one before is noted in the journal, stays open', () => {
  const pairing = startPairing({
    now: () => 0 as Instant,
    newId: () => 'poste',
    onChange: () => {},
    newCode: () => '12345678',
  })
  const place = { name: 'Hall', counterId: null }
  pairing.openLink('display', place, 1, ['https://127.0.0.1'])
  const station = pairing.openedLink(pairing.now()!.links[0]!.split('/').at(-1)!)
  expect(station).toHaveProperty('token')
  expect(pairing.now(), 'opened once').toBeNull()
  pairing.openCode('kiosk', place)
  pairing.paired('poste' as StationId)
  expect(pairing.now()).toMatchObject({ code: '12345678' })
  expect(pairing.last()).toMatchObject({ outcome: 'paired', stationId: 'poste' })
})

test('a station that proved its code and could not be noted is told why, and the administration too: it can be asked again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'guichet-reseau-'))
  const network = startNetwork({
    dir,
    office: () => emptyOffice,
    zone: () => 'Europe/Paris',
    now: () => 0 as Instant,
    newId: () => 'poste',
    log: openLog(dir),
    actAsHost: async () => ({ code: 'storageFull' }),
    isLinked: () => false,
    onChange: () => {},
  })
  onTestFinished(async () => {
    await network.stop()
    rmSync(dir, { recursive: true, force: true })
  })
  network.pairing.openLink('display', { name: 'Hall', counterId: null }, 1, ['https://127.0.0.1'])
  const station = network.pairing.openedLink(network.pairing.now()!.links[0]!.split('/').at(-1)!)
  if ('code' in station) throw new Error(station.code)
  expect(await network.welcome(station)).toEqual({ code: 'storageFull' })
  expect(network.now()).toMatchObject({
    pairing: null,
    lastPairing: { outcome: 'notNoted', stationId: null },
  })
})
