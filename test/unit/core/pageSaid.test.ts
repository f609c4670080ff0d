import { afterEach, expect, test, vi } from 'vitest'
import { noted } from '../../../electron/system/pageSaid.ts'
import { unplayable } from '../../../renderer/media/clips.ts'
import { RecordingId } from '../../../shared/contract/ids.ts'

afterEach(() => vi.restoreAllMocks())

test('a recording that a page can’t play is in the application’s log by its id, and nothing else that a page says', () => {
  const said: string[] = []
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void said.push(text))
  const recordingId = RecordingId.parse('0198c1f2-0000-7abc-8def-00000000bbbb')
  unplayable({ recordingId })
  expect(said.map(noted)).toEqual([{ what: 'recordingUnplayable', facts: { recordingId } }])
  expect(noted('recordingMissing ar chime')).toEqual({
    what: 'recordingMissing',
    facts: { language: 'ar', instead: 'chime' },
  })
  for (const other of [
    'recordingUnplayable Zoé Quenneville',
    `${said[0]} Zoé`,
    'recordingMissing Zoé chime',
    'Uncaught Error: Zoé Quenneville',
    '',
  ])
    expect(noted(other), other).toBeNull()
})
