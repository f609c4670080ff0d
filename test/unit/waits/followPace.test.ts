import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import type { Host } from '../../../electron/host/host.ts'
import { startIntegrationsPaths } from '../../../electron/host/http/integrations.ts'
import type { Log } from '../../../electron/host/core/log.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'

/** How many of as many readings of `/suivi`, each from its own address, are said to be too many. */
async function tooMany(addresses: readonly string[]): Promise<number> {
  const host = { office: () => emptyOffice, waits: () => noWaits, now: () => 0 } as unknown as Host
  const answer = startIntegrationsPaths(host, () => undefined, {} as Log)
  let refused = 0
  for (const remoteAddress of addresses) {
    const request = { method: 'GET', socket: { remoteAddress }, headers: {}, resume: () => {} }
    const response = {
      once: () => {},
      writeHead: (status: number) => {
        if (status === 429) refused++
      },
      end: () => {},
    }
    await answer(
      new URL('http://localhost/suivi?code=AAAAAAAA'),
      request as unknown as IncomingMessage,
      response as unknown as ServerResponse,
    )
  }
  return refused
}

const twenty = (address: (at: number) => string) => Array.from({ length: 20 }, (_, at) => address(at + 1))

test('who has a whole network of IPv6 addresses tries no more codes than one address does', async () => {
  expect(await tooMany(twenty((at) => `2001:db8:1:2::${at}`))).toBeGreaterThanOrEqual(14)
  expect(await tooMany(twenty((at) => `2001:db8:1:${at}::1`))).toBe(0)
  expect(await tooMany(twenty((at) => `::ffff:192.0.2.${at}`))).toBe(0)
})
