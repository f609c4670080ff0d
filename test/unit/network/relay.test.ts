import { expect, test } from 'vitest'
import { relay } from '../../../electron/lan/relay.ts'
import type { Port } from '../../../shared/rpc/port.ts'
import type { Fault } from '../../../shared/rpc/protocol.ts'

/** An end that the test speaks for, and what was sent to it. */
function end() {
  let heard: (text: string) => void = () => {}
  const sent: string[] = []
  const port: Port = {
    send: (text) => void sent.push(text),
    onMessage: (listener) => {
      heard = listener
    },
    onClose: () => {},
    close: () => void sent.push('closed'),
    buffered: () => 0,
  }
  return { port, sent, says: (text: string) => heard(text) }
}

test('what begins as a refusal and is no message reaches the page as it is, and parts the station from nothing', async () => {
  const [page, host] = [end(), end()]
  const refused: Fault[] = []
  relay({
    page: page.port,
    open: async () => host.port,
    token: 'jeton',
    onRefused: (fault) => refused.push(fault),
  })
  await Promise.resolve()
  const broken = ['{"t":"refused"', '{"t":"refused"}', '{"t":"refused","error":7}', '{"t":"refused",}']
  for (const text of broken) host.says(text)
  expect(page.sent).toEqual(broken)
  expect(refused).toEqual([])
  const error = { code: 'stationRevoked', message: 'Ce poste n’est plus de l’office.' }
  host.says(JSON.stringify({ t: 'refused', error }))
  expect(refused).toEqual([error])
})
