import { useEffect } from 'react'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { endWords } from '../../shared/messages/visit/ends.fr.ts'
import { isOfHousehold } from '../../shared/domain/visit/otherHousehold.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { Button } from '../ui/Button.tsx'
import type { Current } from './acts.ts'
import { countsOf, type Checklist } from './checklist.ts'
import { requestAfter } from './Requests.tsx'
import style from './NextRequest.module.css'

/**
 * Whether a request of several is whole: nothing is left to ask nor to examine, nothing lacks. What the request before
 * proved of the household is not enough: something of this one was seen.
 */
export function isWhole({ assessment, ticket }: Current, sheet: Sheet, checklist: Checklist): boolean {
  const { missing, notExamined } = countsOf(checklist)
  return (
    ticket.requests.length > 1 &&
    assessment?.question === null &&
    missing + notExamined === 0 &&
    sheet.pieces.some((piece) => piece.state === 'presented' && !(sheet.household && isOfHousehold(piece)))
  )
}

/** A whole request, and another one after it: Entrée files it and goes on, as F9 then Entrée do. */
export function NextRequest({ current, onFile }: { readonly current: Current; readonly onFile: () => void }) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, repeat, target } = event
      // What else has the focus keeps its own Entrée.
      if (key !== 'Enter' || repeat || !(target instanceof Element) || !target.matches('body, h2')) return
      event.preventDefault()
      onFile()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  })
  const documents = current.ends.find(({ outcome }) => outcome === 'filed')?.documents ?? []
  return (
    <div className={style.line}>
      <p>
        <b>{endWords.whole}</b>{' '}
        {documents.length > 0 && endWords.printed(documents.map((kind) => counterWords.documents[kind]))}
      </p>
      <Button kind="primary" keyCap="Entrée" onPress={onFile}>
        {endWords.fileThenNext(...requestAfter(current, current.ticket.requests.length - 1))}
      </Button>
    </div>
  )
}
