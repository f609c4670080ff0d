import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLog } from '../../../electron/host/core/log.ts'
import { openSyslog, syslogMessage } from '../../../electron/host/core/syslog.ts'

test('each line of the log goes to the administration’s server too, as RFC 5424 says, and stays in the folder', async () => {
  const server = createSocket('udp4').bind(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = mkdtempSync(join(tmpdir(), 'guichet-syslog-'))
  onTestFinished(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })
  const log = openLog(folder, openSyslog(`127.0.0.1:${server.address().port}`))
  const heard = once(server, 'message') as Promise<[Buffer]>
  log.fault('webhookFailed', new Error('refusé'), { address: 'é' })
  const [text] = (await heard).map(String)
  // Facility 13 (log audit), severity 3 (error): 107.
  expect(text).toMatch(/^<107>1 \d{4}-\d\d-\d\dT[\d:.]+Z \S+ guichet \d+ webhookFailed - \uFEFF\{"at":/)
  const line = text?.slice(text.indexOf('{'))
  expect(readFileSync(join(folder, 'logs', 'host.jsonl'), 'utf8')).toBe(`${line}\n`)
})

test('a message never is longer than every receiver takes, nor breaks its header', () => {
  const message = syslogMessage(
    { at: '2026-03-03T09:42:00.000Z', level: 'info', what: 'deux mots à part', text: 'x'.repeat(9000) },
    'poste 1',
    7,
  )
  expect(message.length).toBe(2048)
  expect(message.toString()).toMatch(/^<110>1 2026-03-03T09:42:00.000Z poste_1 guichet 7 deux_mots___part - /)
})

test('a server that is not there stops nothing', () => {
  expect(() =>
    openSyslog('personne.invalid:514')({ at: '', level: 'info', what: 'x', text: '' }),
  ).not.toThrow()
})
