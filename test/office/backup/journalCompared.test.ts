import Database from 'better-sqlite3'
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anchorFile } from '../../../db/journal/anchorFile.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { journalFile, LeftOffice, ready, rechain, rewrite } from '../../fixtures/leftOffice.ts'
import { officeKey } from '../../fixtures/papers.ts'
import { done, failedStart, post } from '../../fixtures/startHost.ts'

// A journal that somebody changed is compared with what the office's key signed of it.

let left: LeftOffice
beforeAll(async () => {
  left = await LeftOffice.make()
}, 120_000)
afterAll(() => left.stop())

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

test('the doctor warns where the folder lacks anchors that its copies have, until the journal is signed again', async () => {
  const dir = await left.folderOf('lacking', (folder) =>
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
  await left.served(dir, async () => {})
  expect(await lacking()).toEqual([])
})

test('a journal rewritten under a running host is signed no further', async () => {
  const dir = await left.folderOf('underHost', () => undefined)
  const signed = () => readFile(anchorFile(dir), 'utf8')
  const asLeft = await signed()
  let before = ''
  await left.served(dir, async (host) => {
    await left.take(host)
    // What a start signs is written while it answers already.
    await expect.poll(signed).not.toBe(asLeft)
    before = await signed()
    changeAndRechain(dir)
  })
  expect(await signed()).toBe(before)
  await left.served(dir, async (host) => expect(await left.standing(host)).toMatchObject({ is: 'rewritten' }))
})

test('the code of a closing, kept on paper, tells a journal that was changed before it', async () => {
  const dir = await left.folderOf('closed', () => {})
  let code = ''
  await left.served(dir, async (host) => {
    const there = left.reached(host)
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
    const { codes, out } = await examined(await left.folderOf('asItWas', () => {}))
    expect(codes).toEqual([0, 0])
    expect(out).toContain('ce que la clé de l’office en a signé')
  })

  test('the last events cut and the head moved back are missed, and no act is taken', async () => {
    const dir = await left.folderOf('cut', cutEnd)
    const { codes, out, doctor } = await examined(dir)
    expect(codes).toEqual([1, 1])
    expect(out).toContain('Journal en retard')
    expect(doctor).toContain('Journal en retard')
    await left.served(dir, async (host) => expect((await left.take(host)).error?.code).toBe('journalBehind'))
  })

  test('an event changed under a chain made again is named, and no act is taken', async () => {
    const dir = await left.folderOf('rewritten', changeAndRechain)
    const { codes, out } = await examined(dir)
    expect(codes).toEqual([1, 1])
    expect(out).toContain(`Journal réécrit à partir de l’événement ${changed}`)
    await left.served(dir, async (host) => {
      expect(await left.standing(host)).toMatchObject({ is: 'rewritten', first: changed })
      expect((await left.take(host)).error?.code).toBe('journalBehind')
    })
  })

  test.each(['.', 'sauvegardes'])(
    'anchors that can’t be read in « %s » stop it with what to do',
    async (beside) => {
      const dir = await left.folderOf(`unreadable${beside}`, async (to) => {
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
    const dir = await left.folderOf('noAnchors', async (to) => {
      changeAndRechain(to)
      await rm(anchorFile(to))
      await rm(anchorFile(join(to, 'sauvegardes')), { force: true })
    })
    expect((await examined(dir)).codes[0]).toBe(1)
    await left.served(dir, async (host) => {
      await until(async () => (await left.standing(host)).is === 'rewritten')
      expect((await left.take(host)).error?.code).toBe('journalBehind')
    })
  })

  test('an anchor that the office’s key did not sign says nothing', async () => {
    const dir = await left.folderOf('forgedAnchor', async (to) => {
      const lines = (await readFile(anchorFile(to), 'utf8')).split('\n').filter((line) => line !== '')
      const forged = lines.at(-1)!.replace(/"seq":\d+/, '"seq":99999')
      await writeFile(anchorFile(to), `${lines.join('\n')}\n${forged}\n`)
    })
    expect((await examined(dir)).codes).toEqual([0, 0])
    await left.served(dir, async (host) => expect((await left.take(host)).output?.number).toBe('A6'))
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
  const dir = await left.folderOf('damaged', (to) =>
    rewrite(to, (db) =>
      db.exec(`update events set body = replace(body, '"v":', '"v" :') where seq = ${changed}`),
    ),
  )
  await left.served(dir, async (host) => {
    expect((await left.take(host)).status).toBe(200)
    await until(async () => (await left.standing(host)).is === 'damaged')
    const refused = await left.take(host)
    expect([refused.status, refused.error?.code]).toEqual([409, 'journalDamaged'])
    expect(refused.error?.message).toContain('abîmé')
    expect(await ready(host)).toEqual({ status: 503, journal: false })
    expect((await left.standing(host)).reason).toContain(`Événement ${changed}`)
    expect((await left.resume(host)).error?.code).toBe('journalDamaged')
    const unmade = await post(left.reached(host), 'admin', 'commands/backup.make')
    expect(unmade.error?.code).toBe('journalDamaged')
  })
})

test('a snapshot that was written by hand is not read: no number is given twice', async () => {
  let forged = 0
  const dir = await left.folderOf('forgedSnapshot', (folder) => {
    const db = new Database(join(folder, journalFile))
    const row = db.prepare('select state from snapshots').pluck().get() as string
    const state = row.replace(/"counts":\{"\$":"map","of":\[\["A",5\]/, '"counts":{"$":"map","of":[["A",1]')
    expect(state, 'the snapshot says the last number of a series').not.toBe(row)
    forged = db.prepare('update snapshots set state = ?').run(state).changes
    db.close()
  })
  expect(forged).toBe(1)
  await left.served(dir, async (host) => {
    expect((await left.take(host)).output?.number).toBe('A6')
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
  const dir = await left.folderOf('otherKey', putOtherKey)
  await left.served(dir, async (host) => {
    const refused = await left.take(host)
    expect([refused.status, refused.error?.code]).toEqual([503, 'journalBehind'])
  })
  const verified = await guichet(['journal', 'verify', dir])
  expect(verified.code).not.toBe(0)
  expect(verified.out + verified.err).not.toContain('Rien n’a encore été signé')
})

test('a backup under another key than the copies beside it is not restored without its fingerprint', async () => {
  const dir = await left.folderOf('otherKeyBackup', async (folder) => {
    await putOtherKey(folder)
    // What forged it leaves its own anchors aside, and makes a backup that its key signs.
    await rm(anchorFile(folder))
    await rm(join(folder, 'sauvegardes'), { recursive: true, force: true })
  })
  await left.served(dir, async (host) => {
    await done(left.reached(host), 'admin', 'commands/backup.make')
  })
  const beside = join(dir, 'sauvegardes')
  await copyFile(anchorFile(left.whole), anchorFile(beside))
  const name = (await readdir(beside)).find((one) => one.startsWith('guichet-'))
  const into = join(left.folder, 'restoredOtherKey')
  const restored = await guichet(['restore', join(beside, name ?? ''), into])
  expect(restored.code).not.toBe(0)
  expect(restored.out + restored.err).toContain('une autre clé')
})

test('a real office that somebody makes a training one is still compared with what was signed', async () => {
  const dir = await left.folderOf('madeTraining', (to) =>
    rewrite(to, (db) => {
      const body = db.prepare('select body from events where seq = 1').pluck().get() as string
      expect(body).toContain('"school":false')
      db.prepare('update events set body = ? where seq = 1').run(
        body.replace('"school":false', '"school":true'),
      )
      rechain(db, 1)
    }),
  )
  await left.served(dir, async (host) => expect((await left.take(host)).error?.code).toBe('journalBehind'))
})
