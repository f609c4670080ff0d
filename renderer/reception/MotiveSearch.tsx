import { useState, type ReactNode } from 'react'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import type { Motive } from './acts.ts'
import { Fitting } from './Fitting.tsx'
import { matches } from './match.ts'
import { inOrder, motiveKey } from './motive.ts'
import { PickList } from './PickList.tsx'
import { Search } from './Search.tsx'

/** What people come for, narrowed by what is typed, until one is chosen; typing again chooses none. */
export function useMotiveSearch(unordered: readonly Motive[]) {
  const motives = inOrder(unordered)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const found = motives.filter(({ title }) => matches(typed, [title.fr]))
  const type = (text: string) => {
    setTyped(text)
    setChosen(null)
  }
  return {
    typed,
    found,
    chosen,
    motive: motives.find((each) => motiveKey(each) === chosen),
    /** What Enter takes in the search: the first that was found, once something is typed. */
    first: typed === '' ? undefined : found[0],
    type,
    choose: (motive: Motive) => setChosen(motiveKey(motive)),
    clear: () => type(''),
  } as const
}

/** The search of a motive, and the list that it narrows. */
export const MotiveSearch = ({
  search: { typed, found, chosen, type },
  shown = found,
  onChoose,
  aside,
  others,
}: {
  readonly search: ReturnType<typeof useMotiveSearch>
  /** The rows, where they aren't all that was found. */
  readonly shown?: readonly Motive[]
  readonly onChoose: (motive: Motive) => void
  readonly aside?: (motive: Motive) => ReactNode
  /** What says how many rows its room does not show, where it has a room of its own. */
  readonly others?: (count: number) => string
}) => {
  const list = (
    <PickList
      label={words.choose}
      chosen={chosen}
      onChoose={(id) => {
        const motive = shown.find((each) => motiveKey(each) === id)
        if (motive) onChoose(motive)
      }}
      picks={shown.map((each) => ({ id: motiveKey(each), title: each.title.fr, aside: aside?.(each) }))}
    />
  )
  return (
    <>
      <Search
        label={words.search}
        letter="S"
        value={typed}
        onChange={type}
        detail={found.length === 0 ? words.noMatch : undefined}
      />
      {others === undefined ? list : <Fitting others={others}>{list}</Fitting>}
    </>
  )
}
