import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { callOffice } from '../../../electron/host/partners/call.ts'

const key = '0198c1f2-1111-7abc-8def-0123456789ab'

/** An office that knows some calls, and what it was asked: each path with its key. */
async function officeThatKnows(known: readonly string[]) {
  const asked: (readonly [path: string | undefined, key: unknown])[] = []
  const server = createServer((request, response) => {
    request.resume()
    asked.push([request.url, request.headers['idempotency-key']])
    const answer = known.includes(request.url?.split('/').at(-1) ?? '')
      ? { output: { withdrawn: true } }
      : { error: { code: 'unknownName', message: 'Cet acte n’existe pas.' } }
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { partner: { url, token: 'x'.repeat(43), pins: [] }, asked }
}

test('an office of the version before is asked by the former name, under the same key', async () => {
  const { partner, asked } = await officeThatKnows(['place.withdraw'])
  expect(await callOffice(partner, 'partners.withdrawPlace', {}, key)).toEqual({
    output: { withdrawn: true },
  })
  expect(asked).toEqual([
    ['/api/v1/commands/partners.withdrawPlace', key],
    ['/api/v1/commands/place.withdraw', key],
  ])
})

test('an office that knows the present name is asked once', async () => {
  const { partner, asked } = await officeThatKnows(['partners.withdrawPlace', 'place.withdraw'])
  expect(await callOffice(partner, 'partners.withdrawPlace', {}, key)).toEqual({
    output: { withdrawn: true },
  })
  expect(asked).toHaveLength(1)
})

test('a call that always had its name is not asked twice of an office that does not know it', async () => {
  const { partner, asked } = await officeThatKnows([])
  expect(await callOffice(partner, 'history.day', {})).toEqual({ code: 'unknownName' })
  expect(asked).toEqual([['/api/v1/queries/history.day', undefined]])
})
