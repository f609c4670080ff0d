import type { AssessedPiece } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import type { CounterActs } from './acts.ts'
import { ReasonPanel } from './Panel.tsx'

/** A piece that an administration holds, asked of the person all the same (CRPA L114-10): with its reason, and counted. */
export function AskAgain({
  piece,
  acts,
  onLeave,
}: {
  readonly piece: AssessedPiece
  readonly acts: Pick<CounterActs, 'askAgain'>
  readonly onLeave: () => void
}) {
  const words = counterWords.law
  return (
    <ReasonPanel
      title={words.askAgainTitle(piece.title)}
      help={words.askAgainHelp}
      reasons={words.askAgainReasons}
      confirm={words.askAgain}
      onConfirm={(reason) =>
        void acts.askAgain({ pieceId: piece.pieceId, reason }).then((result) => {
          if ('output' in result) onLeave()
        })
      }
      onLeave={onLeave}
    />
  )
}
