import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { onRequestOf } from '../../shared/contract/onRequest.ts'
import { handoverWords as words } from '../../shared/messages/visit/handover.fr.ts'
import type { CounterActs, Current } from '../counter/acts.ts'
import { soughtBy, whenNoTitle } from '../counter/FindTitle.tsx'
import type { Result } from '../../shared/rpc/connect.ts'

/** What the bar does to hand over a title: the whole page checks one that is found, with the person. */
export type HandOver = {
  readonly find: (text: string) => Promise<Result<Output<'files.findTitles'>>>
  readonly takeFile: CounterActs['takeFile']
  readonly check: () => void
  /** The request that the key was pressed for is still the one that the bar shows. */
  readonly isHere: () => boolean
  readonly note: () => void
  readonly say: (text: string) => void
}

/**
 * « Titre remis » on the bar, by the rule of the whole page: a name is looked for first, and what no drawer has is noted
 * once that was said.
 * @param current the request as it is at the key: the name is looked for first, and that takes a while
 * @param sought what was looked for last in this request, and is in no drawer
 * @returns what has been looked for now, and is in no drawer
 */
export async function handOverTitle(
  current: Pick<Current, 'request'> & { readonly sheet: Pick<Current['sheet'], 'fileId' | 'person'> },
  sought: string | null,
  acts: HandOver,
): Promise<string | null> {
  const { sheet } = current
  if (sheet.fileId !== null) {
    acts.check()
    return sought
  }
  const name = wordsIn(sheet.person?.familyName ?? '')
  if (whenNoTitle(name, sought) === 'note') {
    acts.note()
    return sought
  }
  const found = await acts.find(name)
  const now = soughtBy(name, found)
  // Somebody else is received by then: nothing of it is theirs.
  if (!acts.isHere()) return now
  if ('error' in found) {
    acts.say(found.error.message)
    return now
  }
  const [one, ...others] = found.output.titles
  if (one === undefined) {
    acts.say(words.none)
    return now
  }
  const taken = others.length > 0 || (await acts.takeFile({ ...onRequestOf(current), fileId: one.fileId }))
  if (taken === true || 'output' in taken) acts.check()
  return now
}
