import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect as connectSocket } from 'node:net'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { formerNames } from '../../../shared/contract/formerNames.ts'
import { callNames, calls } from '../../../shared/contract/index.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'

let host: RunningHost
let dir: string
beforeAll(async () => {
  dir = await newFolder()
  host = await startHost(dir)
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

/** What a request gets, whatever it is. */
async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${host.url}${path}`, init)
  expect(response.headers.get('content-type'), path).toBe('application/json; charset=utf-8')
  return { status: response.status, body: await response.json() }
}
const as = (holder: string, more: Record<string, string> = {}) => ({
  authorization: `Bearer ${host.tokens[holder]}`,
  ...more,
})
const codeOf = (body: unknown) => (body as { error: { code: string; message: string } }).error.code

/** Raw bytes in, raw bytes out: what isn't quite HTTP. */
async function raw(text: string | Buffer): Promise<string> {
  const socket = connectSocket(host.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {})
  let said = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  socket.write(text)
  await Promise.race([once(socket, 'close'), new Promise((resolve) => setTimeout(resolve, 3000))])
  socket.destroy()
  return said
}
/** The status and the code of a raw answer. */
const rawCode = (said: string) => {
  const [head, body] = said.split('\r\n\r\n')
  return [Number(head?.split(' ')[1]), codeOf(JSON.parse(body ?? ''))]
}

const take = '/api/v1/commands/ticket.take'
const big = JSON.stringify({ serviceId: 'x'.repeat(300 * 1024) })

describe('a request that is wrong in several ways hears the first of them', () => {
  const post = (path: string, headers: Record<string, string>, body: string) =>
    ask(path, { method: 'POST', headers, body })

  test('who asks is looked at before all: without a token, with a wrong one or another scheme it is 401', async () => {
    for (const headers of [
      {},
      { authorization: 'Bearer nope' },
      { authorization: `Basic ${host.tokens['kiosk']}` },
    ]) {
      const { status, body } = await post('/api/v1/commands/__proto__', headers, big)
      expect([status, codeOf(body)]).toEqual([401, 'unauthorized'])
    }
  })

  test('a name that is none is 404, before how it is asked', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'ticket.nope',
      '%5F_proto__',
      'ticket.take%20',
    ]) {
      const { status, body } = await post(`/api/v1/commands/${name}`, as('display'), big)
      expect([status, codeOf(body)], name).toEqual([404, 'unknownName'])
      expect((await post(`/api/v1/queries/${name}`, as('display'), '{')).status).toBe(404)
    }
  })

  test('a command asked as a query, a query as a command or a GET is 405, before the role', async () => {
    for (const path of ['/api/v1/queries/ticket.take', '/api/v1/commands/queue.view'])
      expect((await post(path, as('display'), big)).status).toBe(405)
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
      expect((await ask(take, { method, headers: as('display') })).status, method).toBe(405)
    const head = await fetch(`${host.url}${take}`, { method: 'HEAD', headers: as('display') })
    expect([head.status, head.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test('a role that may not is 403, before the size', async () => {
    const { status, body } = await post(take, as('display'), big)
    expect([status, codeOf(body)]).toEqual([403, 'forbiddenRole'])
  })

  test('a body too large is 413, before what is said', async () => {
    const { status, body } = await post(take, as('kiosk'), `${big}}}}`)
    expect([status, codeOf(body)]).toEqual([413, 'tooLarge'])
    const exact = JSON.stringify({ serviceId: '' }).length
    const limit = JSON.stringify({ serviceId: 'x'.repeat(256 * 1024 - exact) })
    expect((await post(take, as('kiosk'), limit)).status).toBe(400)
  })

  test('a body of many megabytes is read to its end, then answered, and the connection serves again', async () => {
    const body = Buffer.alloc(20 * 1024 * 1024, 'a')
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(`${host.url}${take}`, { method: 'POST', headers: as('kiosk') }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      sent.on('error', reject)
      sent.end(body)
    })
    expect(status).toBe(413)
  })

  test('what is badly said is 400, before the domain', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"a"',
      '12',
      '{"serviceId":1}',
      '{"serviceId":"titres","x":1}',
    ]) {
      const answer = await post(take, as('kiosk'), body)
      expect([answer.status, codeOf(answer.body)], body).toEqual([400, 'badInput'])
    }
    const key = await post(take, as('kiosk', { 'idempotency-key': 'abc' }), '{"serviceId":"titres"}')
    expect(key.status).toBe(400)
    const bytes = await fetch(`${host.url}${take}`, {
      method: 'POST',
      headers: as('kiosk'),
      body: Buffer.from('{"serviceId":"titres","lang":"\xe9"}', 'latin1'),
    })
    expect([bytes.status, ((await bytes.json()) as { error: { message: string } }).error.message]).toEqual([
      400,
      expect.stringContaining('UTF-8'),
    ])
  })

  test('what the domain refuses is 409 at last, with its reason', async () => {
    const { status, body } = await post(take, as('kiosk'), '{"serviceId":"titres"}')
    expect([status, codeOf(body)]).toEqual([409, 'dayNotOpen'])
    expect(Object.keys(body as object)).toEqual(['error'])
  })
})

describe('every error is the same JSON, wherever it happens', () => {
  test('outside /api: no page stands in for an unknown path', async () => {
    for (const path of [
      '/nope',
      '/counter',
      '/assets/none.js',
      '/assets/%00',
      '/assets/..%2f..%2fpackage.json',
      '/%ff',
      '//evil',
      '/api',
      '/api/',
      '/api/v1',
      '/api/v2/commands/day.open',
    ])
      expect([401, 404], path).toContain((await ask(path)).status)
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask('/', { method })).status).toBeGreaterThanOrEqual(404)
    expect((await ask('/api/v1/nope', { headers: as('kiosk') })).status).toBe(404)
    expect((await ask('/api/v1/openapi.json', { method: 'POST' })).status).toBe(405)
  })

  test('what is not HTTP hears it in a sentence', async () => {
    for (const text of [
      'NOT HTTP AT ALL\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      '\u0000\u0001\u0002\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header\r\n\r\n',
      `GET /api/v1/openapi.json HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      'CONNECT evil:443 HTTP/1.1\r\nHost: evil:443\r\n\r\n',
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n',
    ])
      expect(rawCode(await raw(text)), JSON.stringify(text)).toEqual([400, 'badRequest'])
    const long = `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
    expect(rawCode(await raw(long))).toEqual([431, 'headersTooLarge'])
    expect(
      rawCode(
        await raw('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: miracles\r\nConnection: close\r\n\r\n'),
      ),
    ).toEqual([400, 'badRequest'])
  })

  test('another name than the office’s own is refused: a page elsewhere can’t borrow this address', async () => {
    for (const name of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.'])
      expect(
        rawCode(await raw(`GET /api/v1/openapi.json HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)),
        name,
      ).toEqual([403, 'forbiddenOrigin'])
    const absolute = `GET http://evil.example/api/v1/openapi.json HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`
    expect(rawCode(await raw(absolute))[0]).toBe(403)
  })

  test('a proxy of this machine brings nobody in by the machine’s own tokens, whichever it is', async () => {
    for (const header of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
      const headers = as('admin', { [header]: '192.0.2.7' })
      for (const path of ['/api/v1/queries/people.view', '/metrics', '/api/v1/events']) {
        const { status, body } = await ask(path, { headers })
        expect([status, codeOf(body)], `${header} ${path}`).toEqual([403, 'forbiddenOrigin'])
      }
      const socket = new WebSocket(`${host.url.replace('http', 'ws')}/ws`, {
        headers: { [header]: '192.0.2.7' },
      })
      const [error] = (await once(socket, 'error')) as [Error]
      expect(error.message).toContain('403')
    }
    expect((await ask('/api/v1/queries/people.view', { headers: as('admin') })).status, 'a POST').toBe(405)
  })

  test('who offers HTTP/2 on the way is answered in HTTP/1.1', async () => {
    const said = await raw(
      `GET /api/v1/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n`,
    )
    expect(said).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('no input makes a fault: the host still answers after all that', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    for (const body of [
      deep,
      `{"serviceId":${deep}}`,
      '{"serviceId":"\ud800"}',
      '{"serviceId":"a\\u0000b"}',
      `{${'"a":1,'.repeat(20_000)}"b":1}`,
    ]) {
      const response = await fetch(`${host.url}${take}`, { method: 'POST', headers: as('kiosk'), body })
      expect(response.status, body.slice(0, 30)).toBe(400)
    }
  })
})

describe('WebSocket', () => {
  const ws = (headers: Record<string, string> = {}, path = '/ws') =>
    new Promise<number | WebSocket>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers })
      socket.on('open', () => resolve(socket))
      socket.on('error', () => {})
      socket.on('unexpected-response', (_request, response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
    })

  test('another page’s origin is refused, the office’s own and software without one are not', async () => {
    expect(await ws({ origin: 'https://evil.example' })).toBe(403)
    expect(await ws({ origin: `http://127.0.0.1:${host.port + 1}` })).toBe(403)
    expect(await ws({ origin: 'null' })).toBe(403)
    expect(await ws({ host: 'evil.example' })).toBe(403)
    expect(await ws({}, '/elsewhere')).toBe(404)
    for (const headers of [{ origin: host.url }, {}]) {
      const socket = await ws(headers as Record<string, string>)
      expect(socket).toBeInstanceOf(WebSocket)
      ;(socket as WebSocket).close()
    }
  })

  test('a handshake that is none is refused in a sentence', async () => {
    const said = await raw(
      `GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    )
    expect(rawCode(said)).toEqual([400, 'badRequest'])
  })

  test('a handshake that names two hosts, or none, is answered as every such request: it is bad', async () => {
    for (const hosts of [`Host: 127.0.0.1:${host.port}\r\nHost: evil.example\r\n`, ''])
      expect(
        rawCode(
          await raw(
            `GET /ws HTTP/1.1\r\n${hosts}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
          ),
        ),
        hosts,
      ).toEqual([400, 'badRequest'])
  })

  /** All that the host says until it closes or goes silent. */
  const conversation = async (...messages: readonly (string | Buffer)[]): Promise<string[]> => {
    const socket = (await ws()) as WebSocket
    const said: string[] = []
    socket.on('message', (data: Buffer) => said.push(data.toString('utf8')))
    const closed = once(socket, 'close')
    for (const message of messages) socket.send(message)
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 300))])
    socket.terminate()
    return said
  }
  const hello = () => JSON.stringify({ t: 'hello', version: '1.0', token: host.tokens['supervisor'] })

  test('nothing is said before who one is, and junk ends the connection', async () => {
    const refusedFor = async (...messages: readonly (string | Buffer)[]) => {
      const last = (await conversation(...messages)).at(-1)
      return last === undefined ? 'silence' : (JSON.parse(last) as { error?: { code: string } }).error?.code
    }
    expect(await refusedFor('{"t":"ping"}')).toBe('unauthorized')
    expect(await refusedFor('{"t":"call","id":1,"name":"queue.view","input":{}}')).toBe('unauthorized')
    expect(await refusedFor('{"t":"hello","version":"1.0","token":"nope"}')).toBe('unauthorized')
    expect(await refusedFor(`{"t":"hello","version":"2.0","token":"${host.tokens['kiosk']}"}`)).toBe(
      'contractTooOld',
    )
    for (const junk of [
      '',
      'junk',
      '[]',
      'null',
      '{"t":"nope"}',
      '{"t":"call","id":-1,"name":"x","input":1}',
    ])
      expect(await refusedFor(hello(), junk), junk).toBe('badRequest')
    expect(await refusedFor(Buffer.from([1, 2, 3]))).toBe('silence')
    expect(await refusedFor('x'.repeat(300 * 1024))).toBe('silence')
    expect((await done<{ total: number }>(host, 'supervisor', 'queries/queue.view')).total).toBe(0)
  })

  test('beyond 5,000 calls in one second, a token is asked to wait, and only that token', async () => {
    const socket = (await ws()) as WebSocket
    socket.send(hello())
    await once(socket, 'message')
    const codes = new Map<string, number>()
    let left = 15_000
    const all = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        const { error } = JSON.parse(data.toString('utf8')) as { error?: { code: string } }
        codes.set(error?.code ?? 'answered', (codes.get(error?.code ?? 'answered') ?? 0) + 1)
        if (--left === 0) resolve()
      })
    })
    for (let id = 0; id < 15_000; id++)
      // A call that draws nothing: what views take of the thread has a bound of its own.
      socket.send(`{"t":"call","id":${id},"name":"display.nothing","input":{}}`)
    await all
    expect([...codes.keys()].toSorted()).toEqual(['tooManyCalls', 'unknownName'])
    expect(codes.get('unknownName')).toBeGreaterThanOrEqual(5000)
    expect((await post(host, 'kiosk', 'queries/kiosk.view')).status).toBe(200)
    socket.close()
  })
})

test('beyond 512 calls under way, HTTP answers 429 at once, and nothing is half done', async () => {
  await done(host, 'supervisor', 'commands/rules.set', programsTake)
  await post(host, 'supervisor', 'commands/day.open')
  const body = '{"serviceId":"affaires-generales"}'
  const begun = `POST ${take} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${host.tokens['kiosk']}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n{`
  // Each call is under way from its first byte, whatever the speed of who sends it.
  const speakers = await Promise.all(
    Array.from({ length: 520 }, async () => {
      const socket = connectSocket(host.port, '127.0.0.1')
      const speaker = { socket, said: '', ended: once(socket, 'close') }
      socket.setEncoding('utf8').on('data', (text: string) => (speaker.said += text))
      await once(socket, 'connect')
      socket.write(begun)
      return speaker
    }),
  )
  await expect
    .poll(() => post(host, 'kiosk', 'queries/kiosk.view'))
    .toMatchObject({ status: 429, error: { code: 'tooManyCalls' } })
  // Another token has its own.
  expect((await post(host, 'supervisor', 'queries/queue.view')).status).toBe(200)
  for (const { socket } of speakers) socket.write(body.slice(1))
  await Promise.all(speakers.map(({ ended }) => ended))
  const answered = (status: number) =>
    speakers.filter(({ said }) => said.startsWith(`HTTP/1.1 ${status}`)).length
  expect([answered(200), answered(429)]).toEqual([512, 8])
  const next = await done<{ number: string }>(host, 'kiosk', 'commands/ticket.take', {
    serviceId: 'affaires-generales',
  })
  expect(next.number).toBe('D513')
})

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1 to a validator that is not ours, and names every call by its present name with its roles and refusals', async () => {
    const response = await fetch(`${host.url}/api/v1/openapi.json`)
    const document = (await response.json()) as {
      openapi: string
      paths: Record<string, { post?: Record<string, unknown>; get?: Record<string, unknown> }>
    }
    const result = await new Validator().validate(structuredClone(document))
    expect(result).toEqual({ valid: true })
    expect(document.openapi).toMatch(/^3\.1\./)
    for (const name of callNames) {
      const { kind, roles, refusals } = calls[name]
      const operation = document.paths[`/api/v1/${kind === 'command' ? 'commands' : 'queries'}/${name}`]?.post
      expect(operation?.['x-roles'], name).toEqual(roles)
      expect(operation?.['x-refusals'], name).toEqual(refusals)
    }
    expect(document.paths['/api/v1/events']?.get).toBeDefined()
    const paths = Object.keys(document.paths)
    for (const former of Object.keys(formerNames))
      expect(
        paths.filter((path) => path.endsWith(`/${former}`)),
        former,
      ).toEqual([])
    const head = await fetch(`${host.url}/api/v1/openapi.json`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

test('an Idempotency-Key may be any UUID, in capitals too', async () => {
  const key = randomUUID()
  const input = { serviceId: 'etat-civil' }
  const first = await done(host, 'kiosk', 'commands/ticket.take', input, key)
  expect(await done(host, 'kiosk', 'commands/ticket.take', input, key.toUpperCase())).toEqual(first)
  const other = await post(host, 'kiosk', 'commands/ticket.take', { serviceId: 'elections' }, key)
  expect([other.status, other.error?.code]).toEqual([409, 'commandIdReused'])
})
