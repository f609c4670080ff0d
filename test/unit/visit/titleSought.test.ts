import { describe, expect, test } from 'vitest'
import { handOverTitle, type HandOver } from '../../../renderer/bar/handOver.ts'
import { soughtBy, whenNoTitle } from '../../../renderer/counter/FindTitle.tsx'
import type { FileId } from '../../../shared/contract/ids.ts'
import type { RequestKey } from '../../../shared/contract/onRequest.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { handoverWords } from '../../../shared/messages/visit/handover.fr.ts'

type Title = Output<'files.findTitles'>['titles'][number]

test('F10 looks for a name before it notes a title without a file, and notes it once nothing waits under that name', () => {
  expect(whenNoTitle('Mercier', null)).toBe('search')
  expect(whenNoTitle(' Mercier ', 'Mercier')).toBe('note')
  expect(whenNoTitle('Moreau', 'Mercier')).toBe('search')
})

test('where no name is written, F10 notes it at once', () => {
  expect(whenNoTitle('', null)).toBe('note')
  expect(whenNoTitle(' ', null)).toBe('note')
})

test('a search that failed is made again: no drawer was read', () => {
  const cut = { error: { message: 'La liaison est coupée.' } }
  expect(whenNoTitle('Mercier', soughtBy('Mercier', cut))).toBe('search')
  expect(whenNoTitle('Mercier', soughtBy('Mercier', { output: { titles: [] } }))).toBe('note')
})

test('titles that wait under the name are never noted without their file, however often F10 is pressed', () => {
  const [one, other] = ['f1', 'f2'].map((fileId) => ({ fileId }) as Title)
  for (const titles of [[one!], [one!, other!]])
    expect(whenNoTitle('Mercier', soughtBy('Mercier', { output: { titles } }))).toBe('search')
})

describe('« titre remis » on the thin bar', () => {
  const noTitle = { output: { titles: [], more: false } }
  const currentOf = (familyName: string | null, fileId: FileId | null = null) => ({
    request: 'visit/0' as RequestKey,
    sheet: { fileId, person: familyName === null ? null : { familyName } },
  })
  const barOf = (answer: object = noTitle, { isHere = true, refused = false } = {}) => {
    const done: string[] = []
    const acts = {
      find: (text: string) => {
        done.push(`find ${text}`)
        return Promise.resolve(answer)
      },
      takeFile: ({ fileId, request }: { fileId: string; request?: string }) => {
        done.push(`take ${fileId} in ${request}`)
        return Promise.resolve(refused ? { error: { code: 'requestOver' } } : { output: {} })
      },
      isHere: () => isHere,
      check: () => done.push('check'),
      note: () => done.push('note'),
      say: (text: string) => done.push(text),
    }
    return { done, acts: acts as unknown as HandOver }
  }

  test('looks for the name first, then notes what no drawer has', async () => {
    const { done, acts } = barOf()
    const sought = await handOverTitle(currentOf('Mercier'), null, acts)
    expect(done).toEqual(['find Mercier', handoverWords.none])
    await handOverTitle(currentOf('Mercier'), sought, acts)
    expect(done.slice(2)).toEqual(['note'])
  })

  test('shows what is found on the whole page, where it is checked with the person', async () => {
    const alone = barOf({ output: { titles: [{ fileId: 'f1' }], more: false } })
    await handOverTitle(currentOf('Mercier'), null, alone.acts)
    expect(alone.done).toEqual(['find Mercier', 'take f1 in visit/0', 'check'])
    const several = barOf({ output: { titles: [{ fileId: 'f1' }, { fileId: 'f2' }], more: false } })
    await handOverTitle(currentOf('Mercier'), null, several.acts)
    expect(several.done).toEqual(['find Mercier', 'check'])
    const again = await handOverTitle(currentOf('Mercier'), null, several.acts)
    await handOverTitle(currentOf('Mercier'), again, several.acts)
    expect(several.done).not.toContain('note')
    const chosen = barOf()
    await handOverTitle(currentOf('Mercier', 'f1' as FileId), null, chosen.acts)
    expect(chosen.done).toEqual(['check'])
  })

  test('does nothing of what is found once somebody else is received, nor where it is refused', async () => {
    const one = { output: { titles: [{ fileId: 'f1' }], more: false } }
    const several = { output: { titles: [{ fileId: 'f1' }, { fileId: 'f2' }], more: false } }
    for (const answer of [one, several, noTitle, { error: { message: 'La liaison est coupée.' } }]) {
      const gone = barOf(answer, { isHere: false })
      await handOverTitle(currentOf('Mercier'), null, gone.acts)
      expect(gone.done).toEqual(['find Mercier'])
    }
    const refused = barOf(one, { refused: true })
    await handOverTitle(currentOf('Mercier'), null, refused.acts)
    expect(refused.done).toEqual(['find Mercier', 'take f1 in visit/0'])
  })

  test('looks again after a cut, and notes at once where no name is written', async () => {
    const cut = barOf({ error: { message: 'La liaison est coupée.' } })
    expect(await handOverTitle(currentOf('Mercier'), null, cut.acts)).toBe(null)
    expect(cut.done).toEqual(['find Mercier', 'La liaison est coupée.'])
    const nameless = barOf()
    await handOverTitle(currentOf(null), null, nameless.acts)
    expect(nameless.done).toEqual(['note'])
  })
})
