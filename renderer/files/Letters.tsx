import type { FileShown } from '../../shared/contract/files/shown.ts'
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
 * What an open file still counts of its letters that were cancelled, and what is to be done of it: cancelling a paper undoes
 * neither the request nor the acknowledgement that it told.
 */
export function stillCounted(file: FileShown, rows: readonly Letter[]): readonly string[] {
  if (file.state !== 'open') return []
  return rows
    .filter(({ cancelledBy }) => cancelledBy !== null)
    .flatMap((letter) => [...requestCounted(file, letter), ...acknowledgementCounted(file, letter, rows)])
}

/** An acknowledgement asks what lacks, as a letter that asks pieces does. */
const asks: Partial<Record<Letter['kind'], FileShown['requests'][number]['kind']>> = {
  pieces: 'missing',
  accuse: 'missing',
  original: 'original',
}

function requestCounted({ decision, clock, requests }: FileShown, { kind, number }: Letter): string[] {
  const counted = requests.some((request) => request.moves && request.kind === asks[kind])
  return decision === null && clock !== null && counted ? [words.request(number)] : []
}

function acknowledgementCounted(file: FileShown, letter: Letter, rows: readonly Letter[]): string[] {
  if (letter.kind !== 'accuse' || file.acknowledged.length === 0 || isGivenAnew(file, letter, rows)) return []
  if (file.decision !== null) return [words.acknowledgedDecided(letter.number)]
  return actsOn(file).includes('acknowledge') ? [words.acknowledged(letter.number)] : []
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

/** A letter that was cancelled, whose request or acknowledgement still counts. */
export const CancelledLetters = ({
  file,
  rows,
}: {
  readonly file: FileShown
  readonly rows: readonly DocumentRow[]
}) =>
  stillCounted(file, rows).map((said) => (
    <p key={said} className={lettering.attention}>
      <Prose>{said}</Prose>
    </p>
  ))
