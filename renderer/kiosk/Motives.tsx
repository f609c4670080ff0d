import { labelOf } from '../../shared/messages/public/shortTitles.ts'
import { motiveKey, type Motive } from './motive.ts'
import { Numbered } from './Numbered.tsx'
import { Pictogram } from './pictograms.tsx'
import { Said } from './Said.tsx'
import { State } from './State.tsx'

/** The motives, each with its wait or why there is none. */
export const Motives = ({
  motives,
  plain = false,
  onChoose,
}: {
  readonly motives: readonly Motive[]
  /** Shows the names of the motives alone, without a wait. */
  readonly plain?: boolean
  readonly onChoose: (motive: Motive) => void
}) => (
  <Numbered
    answers={motives.map((motive) => ({
      key: motiveKey(motive),
      icon: <Pictogram of={motive} />,
      title: <Said>{labelOf(motive)}</Said>,
      help: plain ? undefined : <State motive={motive} />,
      choose: () => onChoose(motive),
    }))}
  />
)
