import { Map as ImmutableMap } from 'immutable'
import { expect, test } from 'vitest'
import { endedFile } from '../../../electron/host/documents/endedFile.ts'
import type { FileId } from '../../../shared/contract/ids.ts'
import { batch, facts, newEvent } from '../../db/facts.ts'

// The file of a paper, when the office holds it no more: its acts are read from the journal and from the same group of acts.

/** A journal that has no act on the file, as of one that was annulled. */
const journal = { files: { acts: async () => [] }, personalRow: async () => undefined }
const idOf = (file: number): FileId => (facts.fileOpened(file).data as { fileId: FileId }).fileId

test('another file that is opened just before is not taken for one that nothing tells', async () => {
  const pending = batch({ events: [newEvent(1, facts.fileOpened(2))] })
  const read = (fileId: FileId) => endedFile(journal as never, ImmutableMap() as never, fileId, pending)
  expect(await read(idOf(1))).toBeUndefined()
  expect((await read(idOf(2)))?.file.fileId).toBe(idOf(2))
})
