import { expect, test } from 'vitest'
import { apart, programBeside } from '../../../electron/host/core/apart.ts'

/** A thread's program, from its text. */
const program = (text: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'\n${text}`)}`,
  )
const bounds = { milliseconds: 60_000, megabytes: 64, leaving: new AbortController().signal }
const forEver = program('for (;;);')

test('work that is done in a thread of its own gives its result', async () => {
  const doubled = program('parentPort.postMessage(workerData * 2)')
  expect(await apart({ ...bounds, program: doubled, data: 21 })).toEqual({ done: 42 })
})

test('past its time, it is stopped', async () => {
  expect(await apart({ ...bounds, program: forEver, data: null, milliseconds: 100 })).toEqual({
    stopped: 'time',
  })
})

test('past its memory, it is stopped, and the process that started it is not', async () => {
  const hoard = program('const all = []; for (;;) all.push({ at: all.length })')
  expect(await apart({ ...bounds, program: hoard, data: null, megabytes: 16 })).toEqual({ stopped: 'memory' })
})

test('when the host leaves, it is stopped, were it before it began', async () => {
  const leaving = new AbortController()
  const stopped = apart({ ...bounds, program: forEver, data: null, leaving: leaving.signal })
  leaving.abort()
  expect(await stopped).toEqual({ stopped: 'leaving' })
  expect(await apart({ ...bounds, program: forEver, data: null, leaving: leaving.signal })).toEqual({
    stopped: 'leaving',
  })
})

test('a program that falls says why', async () => {
  await expect(
    apart({ ...bounds, program: program("throw new Error('fallen')"), data: null }),
  ).rejects.toThrow('fallen')
})

test('the program of a thread is its source under Node, and what the build made of it beside the host’s', () => {
  const from = (here: string) => programBeside(here, 'calendar').href
  expect(from('file:///g/electron/host/appointments/program.ts')).toBe(
    'file:///g/electron/host/appointments/worker.ts',
  )
  expect(from('file:///g/out/main/programs/host-1.js')).toBe('file:///g/out/main/calendar.cjs')
})
