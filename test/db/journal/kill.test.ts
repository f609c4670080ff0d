import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { verifyChain } from '../../../db/journal/verify.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { openDatabase } from '../../../db/open.ts'
import { child } from '../child.ts'
import { commandId } from '../facts.ts'
import { ownFolder } from '../folder.ts'

const runs = Number(process.env['GUICHET_RUNS'] ?? 100)
// By day the host itself is killed too (test/office/core/crash.test.ts).
const kills = runs > 100 ? Math.ceil(runs / 20) : 1

test('after kill -9 at any instant, what was acknowledged is there once, and the journal goes on', async () => {
  const folder = ownFolder()
  let before = 0
  for (let round = 0; round < kills; round++) {
    const writer = child('append', [folder])
    await writer.said(1 + round)
    await sleep(Math.random() * 60)
    writer.process.kill('SIGKILL')
    await writer.ended
    const said = writer.lines().map(Number)
    expect(said, writer.errors()).toEqual(said.map((_, index) => before + index + 1))
    const acknowledged = said.at(-1) ?? before
    const db = await openDatabase(folder)
    const journal = sqliteJournal(db)
    const { seq } = await journal.head()
    // One more at most: durable, and killed before it could say so.
    expect([acknowledged, acknowledged + 1]).toContain(seq)
    expect(verifyChain(db)).toMatchObject({ ok: true, count: seq })
    expect((await journal.answer(commandId(seq - 1)))?.output).toBe(String(seq))
    expect(await journal.answer(commandId(seq))).toBeUndefined()
    await journal.close()
    before = seq
  }
})
