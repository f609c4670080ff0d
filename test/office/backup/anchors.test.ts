import Database from 'better-sqlite3'
import { appendFile, copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anchorFile } from '../../../db/journal/anchorFile.ts'
import { chainHash, noHash } from '../../../db/journal/rows.ts'
import type { BackupsNow } from '../../../shared/contract/backup/calls.ts'
import { officeKey } from '../../fixtures/papers.ts'
import { today } from '../../fixtures/today.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, failedStart, post } from '../../fixtures/startHost.ts'

// One real office that lived a while, stopped; each test does something to a copy of its folder, then starts it.

let office: RealOffice
/** The journal's file as it was with one ticket, and the folder as it was with five. */
let older: string
let whole: string
let tokens: RealOffice['host']['tokens']
const file = 'guichet.sqlite'

beforeAll(async () => {
  office = await startRealOffice()
  older = join(office.folder, 'older.sqlite')
  whole = join(office.folder, 'whole')
  tokens = office.host.tokens
  await done(office.host, 'admin', 'commands/backup.make')
  await office.running.stop()
  await copyFile(join(office.dir, file), older)
  const again = await startInside(office.dir, { school: false })
  for (let ticket = 0; ticket < 4; ticket++) await take(again)
  await again.stop()
  await cp(office.dir, whole, { recursive: true })
}, 120_000)
afterAll(() => office.stop())

type Host = Pick<HostInside, 'url'>
const take = (host: Host) =>
  post<{ number: string }>({ url: host.url, tokens }, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
const resume = (host: Host, role = 'supervisor', input: object = { tickets: {}, documents: {} }) =>
  post({ url: host.url, tokens }, role, 'commands/journal.resume', input)
const standing = async (host: Host) =>
  (await done<BackupsNow>({ url: host.url, tokens }, 'supervisor', 'queries/backups.view')).journal
const ready = async (host: Host) => {
  const answer = await fetch(`${host.url}/readyz`)
  return { status: answer.status, journal: ((await answer.json()) as { journal: boolean }).journal }
}

/** A copy of the folder that was left, changed. */
async function folderOf(name: string, change: (dir: string) => Promise<void> | void): Promise<string> {
  const dir = join(office.folder, name)
  await cp(whole, dir, { recursive: true })
  await change(dir)
  return dir
}

async function served<T>(dir: string, work: (host: HostInside) => Promise<T>): Promise<T> {
  const host = await startInside(dir, { school: false })
  try {
    return await work(host)
  } finally {
    await host.stop()
  }
}

/** Writes in the journal as somebody who knows the program would, whose rules hold nobody who has the file. */
function rewrite(dir: string, work: (db: Database.Database) => void): void {
  const db = new Database(join(dir, file))
  try {
    const triggers = db.prepare(
      "select name from sqlite_master where type = 'trigger' and tbl_name = 'events'",
    )
    for (const name of triggers.pluck().all() as string[]) db.exec(`drop trigger "${name}"`)
    work(db)
  } finally {
    db.close()
  }
}

/** Makes the chain again from an event on, and moves the head to its end. */
function rechain(db: Database.Database, from: number): void {
  let hash = (db
    .prepare('select hash from events where seq = ?')
    .pluck()
    .get(from - 1) ?? noHash) as string
  const rows = db.prepare('select seq, body from events where seq >= ? order by seq').all(from) as {
    seq: number
    body: string
  }[]
  for (const { seq, body } of rows) {
    hash = chainHash(hash, body)
    db.prepare('update events set hash = ? where seq = ?').run(hash, seq)
  }
  db.prepare(
    "update head_row set (seq, hash, at) = (select seq, hash, json_extract(body, '$.at') from events order by seq desc limit 1)",
  ).run()
  db.exec('update answers set head_seq = null; delete from snapshots')
}

const putBack = async (dir: string) => {
  for (const end of ['-wal', '-shm']) await rm(join(dir, `${file}${end}`), { force: true })
  await copyFile(older, join(dir, file))
}
const cutEnd = (dir: string) =>
  rewrite(dir, (db) => {
    const last = Number(db.prepare('select max(seq) from events').pluck().get())
    db.prepare('delete from events where seq > ?').run(last - 3)
    db.exec(`update head_row set (seq, hash, at) =
      (select seq, hash, json_extract(body, '$.at') from events order by seq desc limit 1)`)
    db.exec('update answers set head_seq = null; delete from snapshots')
  })
const changed = 3
const changeAndRechain = (dir: string) =>
  rewrite(dir, (db) => {
    const body = db.prepare('select body from events where seq = ?').pluck().get(changed) as string
    const other = body
      .replace(/"at":(\d+)/, (_, at: string) => `"at":${at}`)
      .replace('"commandId":"0', '"commandId":"1')
    expect(other).not.toBe(body)
    db.prepare('update events set body = ? where seq = ?').run(other, changed)
    rechain(db, changed)
  })

test('an older file put back takes no ticket until a supervisor goes on, after the highest number known', async () => {
  const dir = await folderOf('putBack', putBack)
  const before = await readFile(anchorFile(dir), 'utf8')
  await served(dir, async (host) => {
    const refused = await take(host)
    expect([refused.status, refused.error?.code]).toEqual([503, 'journalBehind'])
    expect(refused.error?.message).toContain('Sauvegardes')
    expect(await ready(host)).toEqual({ status: 503, journal: false })
    const unmade = await post({ url: host.url, tokens }, 'admin', 'commands/backup.make')
    expect([unmade.status, unmade.error?.code]).toEqual([503, 'journalBehind'])
    expect(await standing(host)).toMatchObject({
      is: 'behind',
      missing: [{ series: 'A', here: 1, known: 5 }],
    })
    expect(await readFile(anchorFile(dir), 'utf8'), 'nothing is signed of it').toBe(before)
    expect((await resume(host, 'agent1')).error?.code).toBe('forbiddenRole')
    expect((await resume(host)).status).toBe(200)
    expect((await take(host)).output?.number).toBe('A6')
    expect(await ready(host)).toEqual({ status: 200, journal: true })
    expect((await resume(host)).error?.code).toBe('journalSound')
  })
  // What was signed of the lost events is excused from then on, by what is signed since.
  const verified = await guichet(['journal', 'verify', dir])
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('signatures comparées') })
  await served(dir, async (host) => expect((await take(host)).output?.number).toBe('A7'))
})

test('the doctor warns where the folder lacks anchors that its copies have, until the journal is signed again', async () => {
  const dir = await folderOf('lacking', (folder) =>
    cp(anchorFile(folder), anchorFile(join(folder, 'sauvegardes'))),
  )
  const lacking = async () => {
    const { findings } = JSON.parse((await guichet(['doctor', dir, '--json'])).out) as {
      findings: { code: string; level: string }[]
    }
    return findings.filter(({ code }) => code === 'anchorsLacking')
  }
  expect(await lacking()).toEqual([])
  const whole = await readFile(anchorFile(dir), 'utf8')
  await rm(anchorFile(dir))
  expect(await lacking()).toMatchObject([{ level: 'warning' }])
  const [first] = whole.split('\n').filter((line) => line !== '')
  await writeFile(anchorFile(dir), `${first}\n`)
  expect(await lacking(), 'its end was cut').toMatchObject([{ level: 'warning' }])
  await served(dir, async () => {})
  expect(await lacking()).toEqual([])
})

test('a journal rewritten under a running host is signed no further', async () => {
  const dir = await folderOf('underHost', () => undefined)
  let before = ''
  await served(dir, async (host) => {
    await take(host)
    before = await readFile(anchorFile(dir), 'utf8')
    changeAndRechain(dir)
  })
  expect(await readFile(anchorFile(dir), 'utf8')).toBe(before)
  await served(dir, async (host) => expect(await standing(host)).toMatchObject({ is: 'rewritten' }))
})

test('a backup restored is gone on with, whatever was written in it before, and what was signed since is excused', async () => {
  const from = await folderOf('beside', async (dir) => {
    await copyFile(anchorFile(dir), anchorFile(join(dir, 'sauvegardes')))
  })
  const [name] = (await readdir(join(from, 'sauvegardes'))).filter((one) => one.endsWith('.tar.gz'))
  const dir = join(office.folder, 'restored')
  expect((await guichet(['restore', join(from, 'sauvegardes', name!), dir])).code).toBe(0)
  expect((await guichet(['follower', dir, '--renew'])).code).toBe(0)
  await served(dir, async (host) => {
    expect(await standing(host)).toMatchObject({ missing: [{ series: 'A', here: 1, known: 5 }] })
    expect((await take(host)).error?.code).toBe('journalBehind')
    expect((await resume(host)).status).toBe(200)
    expect((await take(host)).output?.number).toBe('A6')
  })
  expect((await guichet(['journal', 'verify', dir])).code).toBe(0)
})

test('numbers that papers show go on after them, where they say more than what was signed', async () => {
  const dir = await folderOf('papers', putBack)
  await served(dir, async (host) => {
    expect((await resume(host, 'supervisor', { tickets: { A: 9 }, documents: {} })).status).toBe(200)
    expect((await take(host)).output?.number).toBe('A10')
  })
})

test('the reference of a request that a paper shows is not given to another person', async () => {
  const dir = await folderOf('references', putBack)
  await served(dir, async (host) => {
    const { error } = await resume(host, 'supervisor', { tickets: {}, documents: { 'ZZ-2026': 3 } })
    expect(error?.code, 'letters of no paper').toBe('badInput')
    const year = today().slice(0, 4)
    const input = { tickets: {}, documents: { [`DO-${year}`]: 12 } }
    expect((await resume(host, 'supervisor', input)).status).toBe(200)
    const opened = await done<{ reference: string }>(
      { url: host.url, tokens },
      'agent1',
      'commands/file.open',
      {
        procedureId: 'autre',
        serviceId: 'titres',
        channel: 'depositBox',
        receivedOn: today(),
        pieces: [],
      },
    )
    expect(opened.reference).toBe(`DO-${year}-13`)
  })
})

test('a number that nobody can have given yet is taken for a slip: nothing is gone on with', async () => {
  const dir = await folderOf('slip', putBack)
  await served(dir, async (host) => {
    for (const input of [
      { tickets: { A: 9999 }, documents: {} },
      { tickets: {}, documents: { 'NR-2026': 9_999_999 } },
    ])
      expect((await resume(host, 'supervisor', input)).error?.code).toBe('numberTooFar')
    expect((await take(host)).error?.code).toBe('journalBehind')
  })
})

test('a resumption that somebody writes in the file excuses nothing', async () => {
  const dir = await folderOf('written', putBack)
  await served(dir, async (host) => void (await resume(host)))
  const made = join(office.folder, 'resumed.sqlite')
  await copyFile(join(dir, file), made)
  // The same file, in a folder whose anchors say nothing of it.
  const other = await folderOf('writtenAlone', async (to) => {
    await putBack(to)
    await copyFile(made, join(to, file))
  })
  await served(other, async (host) => {
    expect((await standing(host)).is).toBe('behind')
    expect((await take(host)).error?.code).toBe('journalBehind')
  })
})

test('the code of a closing, kept on paper, tells a journal that was changed before it', async () => {
  const dir = await folderOf('closed', () => {})
  let code = ''
  await served(dir, async (host) => {
    const there = { url: host.url, tokens }
    const { waiting } = await done<{ waiting: readonly { ticketId: string }[] }>(
      there,
      'agent1',
      'queries/queue.view',
    )
    for (const { ticketId } of waiting) await post(there, 'agent1', 'commands/ticket.leave', { ticketId })
    await done(there, 'supervisor', 'commands/day.close')
    const read = await done<{ closings: readonly { code: string }[] }>(
      there,
      'supervisor',
      'queries/document.closings',
    )
    code = read.closings[0]?.code ?? ''
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  })
  const asked = () => guichet(['journal', 'verify', dir, '--code', code.toLowerCase()])
  expect(await asked()).toMatchObject({ code: 0, out: expect.stringContaining('rien n’a changé avant lui') })
  changeAndRechain(dir)
  await rm(anchorFile(dir))
  await rm(join(dir, 'sauvegardes'), { recursive: true })
  expect(await asked()).toMatchObject({
    code: 1,
    out: expect.stringContaining('d’aucun moment de ce journal'),
  })
})

describe('what verifies a journal compares it with what the office signed', () => {
  const examined = async (dir: string) => {
    const [verified, doctor] = [await guichet(['journal', 'verify', dir]), await guichet(['doctor', dir])]
    return { codes: [verified.code, doctor.code], out: verified.out, doctor: doctor.out }
  }

  test('a journal that nobody touched is what was signed', async () => {
    const { codes, out } = await examined(await folderOf('asItWas', () => {}))
    expect(codes).toEqual([0, 0])
    expect(out).toContain('ce que la clé de l’office en a signé')
  })

  test('the last events cut and the head moved back are missed, and no act is taken', async () => {
    const dir = await folderOf('cut', cutEnd)
    const { codes, out, doctor } = await examined(dir)
    expect(codes).toEqual([1, 1])
    expect(out).toContain('Journal en retard')
    expect(doctor).toContain('Journal en retard')
    await served(dir, async (host) => expect((await take(host)).error?.code).toBe('journalBehind'))
  })

  test('an event changed under a chain made again is named, and no act is taken', async () => {
    const dir = await folderOf('rewritten', changeAndRechain)
    const { codes, out } = await examined(dir)
    expect(codes).toEqual([1, 1])
    expect(out).toContain(`Journal réécrit à partir de l’événement ${changed}`)
    await served(dir, async (host) => {
      expect(await standing(host)).toMatchObject({ is: 'rewritten', first: changed })
      expect((await take(host)).error?.code).toBe('journalBehind')
    })
  })

  test.each(['.', 'sauvegardes'])(
    'anchors that can’t be read in « %s » stop it with what to do',
    async (beside) => {
      const dir = await folderOf(`unreadable${beside}`, async (to) => {
        await rm(anchorFile(join(to, beside)), { force: true })
        await mkdir(anchorFile(join(to, beside)))
      })
      const sentence = `« ${anchorFile(join(dir, beside))} » ne peut pas être lu comme un fichier`
      const verified = await guichet(['journal', 'verify', dir])
      expect(verified).toMatchObject({ code: 1, err: expect.stringContaining(sentence) })
      const doctor = await guichet(['doctor', dir])
      expect(doctor).toMatchObject({ code: 1, out: expect.stringContaining(sentence) })
      expect(doctor.out, 'the rest is examined').toContain('La chaîne')
      const { code, stderr } = await failedStart(dir, { school: false })
      expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)])
      for (const said of [verified.err, doctor.out, stderr]) expect(said).not.toContain('EISDIR')
    },
  )

  test('a folder whose anchors were taken away is compared with its backups, while it works', async () => {
    const dir = await folderOf('noAnchors', async (to) => {
      changeAndRechain(to)
      await rm(anchorFile(to))
      await rm(anchorFile(join(to, 'sauvegardes')), { force: true })
    })
    expect((await examined(dir)).codes[0]).toBe(1)
    await served(dir, async (host) => {
      await until(async () => (await standing(host)).is === 'rewritten')
      expect((await take(host)).error?.code).toBe('journalBehind')
    })
  })

  test('an anchor that the office’s key did not sign says nothing', async () => {
    const dir = await folderOf('forgedAnchor', async (to) => {
      const lines = (await readFile(anchorFile(to), 'utf8')).split('\n').filter((line) => line !== '')
      const forged = lines.at(-1)!.replace(/"seq":\d+/, '"seq":99999')
      await writeFile(anchorFile(to), `${lines.join('\n')}\n${forged}\n`)
    })
    expect((await examined(dir)).codes).toEqual([0, 0])
    await served(dir, async (host) => expect((await take(host)).output?.number).toBe('A6'))
  })
})

/** Until it is so; the whole journal is verified some seconds after a start. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came')
    await sleep(200)
  }
}

test('an event damaged long before ends the acts with a sentence, once the whole journal is verified', async () => {
  const dir = await folderOf('damaged', (to) =>
    rewrite(to, (db) =>
      db.exec(`update events set body = replace(body, '"v":', '"v" :') where seq = ${changed}`),
    ),
  )
  await served(dir, async (host) => {
    expect((await take(host)).status).toBe(200)
    await until(async () => (await standing(host)).is === 'damaged')
    const refused = await take(host)
    expect([refused.status, refused.error?.code]).toEqual([409, 'journalDamaged'])
    expect(refused.error?.message).toContain('abîmé')
    expect(await ready(host)).toEqual({ status: 503, journal: false })
    expect((await standing(host)).reason).toContain(`Événement ${changed}`)
    expect((await resume(host)).error?.code).toBe('journalDamaged')
    const unmade = await post({ url: host.url, tokens }, 'admin', 'commands/backup.make')
    expect(unmade.error?.code).toBe('journalDamaged')
  })
})

test('a snapshot that was written by hand is not read: no number is given twice', async () => {
  let forged = 0
  const dir = await folderOf('forgedSnapshot', (folder) => {
    const db = new Database(join(folder, file))
    const row = db.prepare('select state from snapshots').pluck().get() as string
    const state = row.replace(/"counts":\{"\$":"map","of":\[\["A",5\]/, '"counts":{"$":"map","of":[["A",1]')
    expect(state, 'the snapshot says the last number of a series').not.toBe(row)
    forged = db.prepare('update snapshots set state = ?').run(state).changes
    db.close()
  })
  expect(forged).toBe(1)
  await served(dir, async (host) => {
    expect((await take(host)).output?.number).toBe('A6')
  })
})

/** Puts another key in the place of the office's, everywhere but in what was signed, and makes the chain again. */
const putOtherKey = async (dir: string) => {
  const other = officeKey(9)
  await writeFile(join(dir, 'office.key'), JSON.stringify({ ed25519: '09'.repeat(32) }))
  rewrite(dir, (db) => {
    const body = db.prepare('select body from events where seq = 1').pluck().get() as string
    const theirs = body.replace(/"publicKey":"[^"]+"/, `"publicKey":"${other.publicKey}"`)
    expect(theirs).not.toBe(body)
    db.prepare('update events set body = ? where seq = 1').run(theirs)
    const last = Number(db.prepare('select max(seq) from events').pluck().get())
    db.prepare('delete from events where seq > ?').run(last - 3)
    rechain(db, 1)
  })
}

test('a journal under another key than what was signed of it takes no act, and each command says so', async () => {
  const dir = await folderOf('otherKey', putOtherKey)
  await served(dir, async (host) => {
    const refused = await take(host)
    expect([refused.status, refused.error?.code]).toEqual([503, 'journalBehind'])
  })
  const verified = await guichet(['journal', 'verify', dir])
  expect(verified.code).not.toBe(0)
  expect(verified.out + verified.err).not.toContain('Rien n’a encore été signé')
})

test('a backup under another key than the copies beside it is not restored without its fingerprint', async () => {
  const dir = await folderOf('otherKeyBackup', async (folder) => {
    await putOtherKey(folder)
    // What forged it leaves its own anchors aside, and makes a backup that its key signs.
    await rm(anchorFile(folder))
    await rm(join(folder, 'sauvegardes'), { recursive: true, force: true })
  })
  await served(dir, async (host) => {
    await done({ url: host.url, tokens }, 'admin', 'commands/backup.make')
  })
  const beside = join(dir, 'sauvegardes')
  await copyFile(anchorFile(whole), anchorFile(beside))
  const name = (await readdir(beside)).find((one) => one.startsWith('guichet-'))
  const into = join(office.folder, 'restoredOtherKey')
  const restored = await guichet(['restore', join(beside, name ?? ''), into])
  expect(restored.code).not.toBe(0)
  expect(restored.out + restored.err).toContain('une autre clé')
})

test('a real office that somebody makes a training one is still compared with what was signed', async () => {
  const dir = await folderOf('madeTraining', (to) =>
    rewrite(to, (db) => {
      const body = db.prepare('select body from events where seq = 1').pluck().get() as string
      expect(body).toContain('"school":false')
      db.prepare('update events set body = ? where seq = 1').run(
        body.replace('"school":false', '"school":true'),
      )
      rechain(db, 1)
    }),
  )
  await served(dir, async (host) => expect((await take(host)).error?.code).toBe('journalBehind'))
})

test('what is written after the last anchor hides it from no start', async () => {
  const dir = await folderOf('blankLines', async (to) => {
    await putBack(to)
    for (const folder of [to, join(to, 'sauvegardes')])
      await appendFile(anchorFile(folder), '\n'.repeat(300_000))
  })
  await served(dir, async (host) => expect((await take(host)).error?.code).toBe('journalBehind'))
})
