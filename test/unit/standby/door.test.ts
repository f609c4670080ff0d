import { createServer, request } from 'node:http'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { standbyDoor } from '../../../electron/host/http/standby.ts'
import type { Standby } from '../../../electron/host/standby/part.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'

// The door between two machines, while the token that opens it is taken back. What a machine says there is a stub's.

const us = { hostId: '0198c1f2-0000-4abc-8def-a00000000000', urls: [], pins: [] }
const hello = JSON.stringify({ us, acts: true, epoch: 9 })

async function door(given: Partial<Standby> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'guichet-porte-'))
  const ends = new Set<() => void>()
  const told: boolean[] = []
  let current = 'present'
  const standby = {
    dir,
    leader: {},
    refused: () => undefined,
    admits: (token?: string) => token === current,
    admitted: (token?: string) => token === 'former' || token === 'both',
    onRenewed: (ended: () => void) => (ends.add(ended), () => ends.delete(ended)),
    state: (_asked: unknown, believed: boolean) => (told.push(believed), Promise.resolve({ us })),
    ...given,
  } as unknown as Standby
  const office = { ...emptyOffice, officeId: '0198c1f2-0000-7abc-8def-000000000001' } as Office
  const faults: string[] = []
  const log = { info: () => {}, fault: (what: string) => void faults.push(what) }
  const copy = () => Promise.reject(new Error('no copy is made here'))
  const standing = { refused: () => undefined, heard: async () => {}, anchors: { line: () => null } }
  const answer = standbyDoor(standby, () => office, { backups: { copy }, standing }, log)
  const server = createServer(
    (asked, response) => void answer(new URL(asked.url!, 'http://a'), asked, response),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/following`,
    dir,
    told,
    faults,
    become: (token: string) => (current = token),
    takeBack: () => {
      current = 'next'
      for (const end of ends) end()
    },
  }
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('a renewal that was cut half-way leaves a token that is noted as taken back and still the office’s: it is believed', async () => {
  const { url, told, become } = await door()
  become('both')
  for (const token of ['both', 'former'])
    await fetch(`${url}/state`, { method: 'POST', headers: bearer(token), body: hello })
  expect(told).toEqual([true, false])
})

test('what a proxy of this machine brings is not of this machine: it neither takes the relay nor renews, and hears no address in clear', async () => {
  let renewed = 0
  const { url } = await door({
    renew: () => Promise.resolve({ text: `{"renewed":${++renewed}}` }),
    state: (asked) => Promise.resolve({ us: asked.us }) as never,
  })
  const ask = async (path: string, more: Record<string, string> = {}) => {
    const body = JSON.stringify({
      us: { ...us, urls: ['http://127.0.0.1:80', 'https://hote:8443'] },
      acts: true,
      epoch: 9,
    })
    const answer = await fetch(`${url}/${path}`, {
      method: 'POST',
      headers: { ...bearer('present'), ...more },
      body,
    })
    return [answer.status, await answer.text()] as const
  }
  const behind: readonly Record<string, string>[] = [
    { 'x-forwarded-for': '192.0.2.7' },
    { forwarded: 'for=192.0.2.7' },
    { via: '1.1 nginx' },
    { 'x-real-ip': '127.0.0.1' },
    { 'x-forwarded-proto': 'https' },
  ]
  for (const headers of behind) {
    for (const path of ['renew', 'promote']) expect((await ask(path, headers))[0], path).toBe(404)
    expect((await ask('state', headers))[1]).not.toContain('http:')
  }
  expect(renewed).toBe(0)
  expect((await ask('state'))[1]).toContain('http://127.0.0.1:80')
  expect((await ask('renew'))[0]).toBe(200)
})

test('a token taken back while its question is read moves nothing', async () => {
  const { url, told, takeBack } = await door()
  const status = await new Promise((answered, failed) => {
    const asked = request(`${url}/state`, { method: 'POST', headers: bearer('present') })
    asked.on('response', (response) => answered(response.resume().statusCode)).on('error', failed)
    asked.write(hello.slice(0, 5), () =>
      setTimeout(() => {
        takeBack()
        asked.end(hello.slice(5))
      }, 100),
    )
  })
  expect([status, told]).toEqual([401, []])
})

test('a token taken back while a copy begins gets none of it', async () => {
  let takeBack = () => {}
  const followed = { begin: () => Promise.resolve(takeBack()) }
  const opened = await door({ journal: { followed } as unknown as Standby['journal'] })
  takeBack = opened.takeBack
  await expect(fetch(`${opened.url}/copy`, { headers: bearer('present') })).rejects.toThrow()
  expect([existsSync(opened.dir), readdirSync(opened.dir), opened.faults]).toEqual([true, [], []])
})
