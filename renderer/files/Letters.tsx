import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { askedByLetter } from '../../shared/domain/files/letters.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import type { DocumentRow } from '../documents/DocumentList.tsx'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import { actsOn } from './acts.ts'

const words = fileActs.cancelledLetter

/** A letter that said that it stops no delay stopped none: another one is to be sent. */
export const AskAgain = ({
  days,
  onAsk,
}: {
  readonly days: readonly string[]
  readonly onAsk: () => void
}) => (
  <Acts apart>
    <p className={lettering.attention}>
      <Prose>{fileActs.askAgain(days)}</Prose>
    </p>
    <Button onPress={onAsk}>{fileActs.askAgainAct}</Button>
  </Acts>
)

type Letter = Pick<DocumentRow, 'kind' | 'number' | 'issuedAt' | 'cancelledBy' | 'correctedBy'>

/**
 * What an open file counts no more, or still does, of its letters that were cancelled, and what is to be done of it. What
 * was noted before papers were kept with it, or told otherwise, counts still.
 */
export function cancelledSaid(
  file: FileShown,
  rows: readonly Letter[],
  day: (on: LocalDate) => string,
): readonly string[] {
  if (file.state !== 'open') return []
  const withdrawn = file.decision === null ? (file.withdrawn ?? []) : []
  // Of what that day asked, another paper may ask a part still.
  const askedElse = file.requests.some(({ receivedOn }) => receivedOn === null)
  const said = [
    ...withdrawn.map(({ on, withdrawnOn, runsAgain }) =>
      fileActs.withdrawn(day(on), day(withdrawnOn), runsAgain, askedElse),
    ),
    ...rows
      .filter(({ cancelledBy }) => cancelledBy !== null)
      .flatMap((letter) => [...requestCounted(file, letter), ...acknowledgementCounted(file, letter, rows)]),
  ]
  // Two letters of one day say the same: it is said once.
  return [...new Set(said)]
}

function requestCounted(file: FileShown, { kind, number }: Letter): string[] {
  const { decision, clock, requests, withdrawn = [] } = file
  if (decision !== null || clock === null || withdrawn.some(({ paper }) => paper === number)) return []
  const counted = requests.filter((request) => request.moves && request.kind === askedByLetter(kind))
  // What came whole stays, though no paper tells it any more: only what is awaited still tells that it runs elsewhere.
  if (counted.some(({ papers, receivedOn }) => papers?.length === 0 && receivedOn === null))
    return [words.elsewhere(number)]
  return counted.some(({ papers }) => papers === undefined) ? [words.request(number)] : []
}

function acknowledgementCounted(file: FileShown, letter: Letter, rows: readonly Letter[]): string[] {
  const { kind, number } = letter
  if (kind !== 'accuse' || isGivenAnew(file, letter, rows)) return []
  const counted = file.acknowledged.some(({ papers = [number] }) => papers.includes(number))
  if (file.decision !== null) return counted ? [words.acknowledgedDecided(number)] : []
  if (file.acknowledged.some(({ papers }) => papers?.length === 0)) return [words.elsewhere(number)]
  if (!actsOn(file).includes('acknowledge')) return []
  if (counted) return [words.acknowledged(number)]
  return file.acknowledged.length === 0 ? [words.due(number)] : []
}

/** Whether another one was given since. Of an e-mail two are owed, and a line does not tell which it is. */
function isGivenAnew({ channel }: FileShown, { cancelledBy }: Letter, rows: readonly Letter[]): boolean {
  const since = rows.find(({ number }) => number === cancelledBy)?.issuedAt
  return (
    channel !== 'email' &&
    since !== undefined &&
    rows.some(
      (row) =>
        row.kind === 'accuse' &&
        row.issuedAt >= since &&
        row.cancelledBy === null &&
        row.correctedBy === null,
    )
  )
}

/** What became of the letters that were cancelled. */
export const CancelledLetters = ({
  file,
  rows,
  day,
}: {
  readonly file: FileShown
  readonly rows: readonly DocumentRow[]
  readonly day: (on: LocalDate) => string
}) =>
  cancelledSaid(file, rows, day).map((said) => (
    <p key={said} className={lettering.attention}>
      <Prose>{said}</Prose>
    </p>
  ))
