import { copyFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anchorFile, anchorLines } from '../../../db/journal/anchorFile.ts'
import { openForReading } from '../../../db/open.ts'
import { openLog } from '../../../electron/host/core/log.ts'
import { prepareCopy } from '../../../electron/host/standby/prepare.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { newFolder, post, removeFolder, type RunningHost } from '../../fixtures/startHost.ts'
import { level } from '../../fixtures/twoHosts.ts'

// A real office whose second machine knows how far its journal went; then the first one's disk is put back as it was, with
// all that it kept of its anchors.

let office: RealOffice
let second: HostInside
let follower: string
let port: number
let tokens: RealOffice['host']['tokens']
const take = (host: Pick<RunningHost, 'url'>) =>
  post<{ number: string }>({ url: host.url, tokens }, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
const headOf = async (dir: string) => {
  const db = await openForReading(dir)
  try {
    return Number(db.prepare('select seq from head').pluck().get())
  } finally {
    db.close()
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came')
    await sleep(200)
  }
}

beforeAll(async () => {
  office = await startRealOffice()
  tokens = office.host.tokens
  follower = await newFolder()
  port = office.running.port
  await office.running.stop()
  await copyFile(join(office.dir, 'guichet.sqlite'), join(office.folder, 'older.sqlite'))
  await copyFile(anchorFile(office.dir), join(office.folder, 'older.jsonl'))
}, 60_000)
afterAll(async () => {
  await second?.stop()
  await office.stop()
  await removeFolder(follower)
})

test('a machine that follows keeps how far the office’s key signed that the journal goes', async () => {
  let first = await startInside(office.dir, { school: false, port })
  second = await startInside(follower, {
    school: false,
    follow: { url: first.url, token: tokens['follower']! },
  })
  for (let ticket = 0; ticket < 4; ticket++) await take(first)
  await level({ ...first, tokens }, { ...second, tokens })
  // Signed again at the next start, which the other machine hears of.
  await first.stop()
  first = await startInside(office.dir, { school: false, port })
  const last = async (dir: string) => (await anchorLines(dir)).at(-1)
  await until(async () => (await last(follower)) === (await last(office.dir)))
  await first.stop()
}, 60_000)

test('a host put back as it was, its anchors too, takes no act once the other machine says what it knows', async () => {
  for (const end of ['', '-wal', '-shm']) await rm(join(office.dir, `guichet.sqlite${end}`), { force: true })
  await copyFile(join(office.folder, 'older.sqlite'), join(office.dir, 'guichet.sqlite'))
  await copyFile(join(office.folder, 'older.jsonl'), anchorFile(office.dir))
  const known = await readFile(anchorFile(follower), 'utf8')
  const before = await headOf(follower)
  const first = await startInside(office.dir, { school: false, port })
  try {
    await until(async () => (await take(first)).error?.code === 'journalBehind')
    // What the other machine has is neither replaced nor put aside.
    await second.stop()
    await prepareCopy(follower, openLog(follower))
    expect(await headOf(follower)).toBe(before)
    expect(await readFile(anchorFile(follower), 'utf8')).toBe(known)
  } finally {
    await first.stop()
  }
}, 90_000)
