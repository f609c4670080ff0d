import { expect, test } from 'vitest'
import { startPairing } from '../../electron/host/network/pairing.ts'
import type { Instant, StationId } from '../../shared/contract/ids.ts'

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
