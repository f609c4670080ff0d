import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sourceOf } from '../../../electron/system/updates/stage.ts'

/**
 * A server of updates on this machine, and what reads it.
 * @param patience milliseconds of silence after which it is given up; what waits for ever fails by the test's own limit
 */
async function served(answer: RequestListener, patience = 300) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const get = (url: string, signal: AbortSignal) =>
    fetch(url.replace('https://maj.test', `http://127.0.0.1:${port}`), { signal })
  return sourceOf('https://maj.test/guichet/', get, patience)
}

test('a server that accepts and never answers is given up', async () => {
  const source = await served(() => {})
  await expect(source.text('guichet.json', 1000)).rejects.toThrow('guichet.json: no answer')
})

test('a server that stops in the midst of a file is given up', async () => {
  const source = await served((_, response) => void response.write('la moitié'))
  await expect(source.text('guichet.json', 1000)).rejects.toThrow('guichet.json: no answer')
})

test('a slow server is waited for as long as it goes on sending', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const patience = 2_000
  const words = 'la version suivante, mot après mot'.split(' ')
  const left = [...words]
  // Each word comes just before the server would be given up; all of them take far longer.
  const pull = async (answer: ReadableStreamDefaultController<Uint8Array>) => {
    await vi.advanceTimersByTimeAsync(patience - 1)
    const word = left.shift()
    if (word === undefined) answer.close()
    else answer.enqueue(new TextEncoder().encode(word))
  }
  const get = async (_: string, signal: AbortSignal) => {
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    return new Response(body.pipeThrough(new TransformStream(), { signal }))
  }
  const source = sourceOf('https://maj.test/guichet/', get, patience)
  expect(await source.text('guichet.json', 1000)).toBe(words.join(''))
})

test('a server’s refusal is told with its number', async () => {
  // It answers at once: a busy machine is given the time to hear it.
  const source = await served((_, response) => response.writeHead(404).end(), 10_000)
  await expect(source.text('guichet.json', 1000)).rejects.toThrow('guichet.json: 404')
})
