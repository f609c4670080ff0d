import { join } from 'node:path'
import { expect, test } from 'vitest'
import { officeBorn, officeOf } from '../../../db/backup/check.ts'
import { openDatabase } from '../../../db/open.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import type { Seq } from '../../../shared/contract/ids.ts'
import { batch, facts, newEvent } from '../facts.ts'
import { ownFolder } from '../folder.ts'

test('the birth of an office says what the whole journal says of it; before it, nothing', async () => {
  const db = await openDatabase(join(ownFolder(), 'office'))
  try {
    expect(officeBorn(db)).toBeUndefined()
    const events = [newEvent(0, facts.officeCreated()), newEvent(1, facts.taken(0))]
    await sqliteJournal(db).append(0 as Seq, batch({ events }))
    const { officeId, school, publicKey } = officeOf(db)
    expect(officeBorn(db)).toEqual({ officeId, school, publicKey })
  } finally {
    db.close()
  }
})
