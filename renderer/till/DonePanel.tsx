import { useEffect, useRef, useState, type ReactNode } from 'react'
import { euros } from '../../shared/messages/format/numbers.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import type { Done, TillActs } from './acts.ts'
import { PaperAgain } from './PaperAgain.tsx'
import type { IssuedDocument } from '../../shared/contract/documents/issued.ts'
import type { DocumentId } from '../../shared/contract/ids.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { DocumentSheet } from '../documents/Sheet.tsx'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import style from './Pay.module.css'

const words = tillPage.done

type Amounts = readonly (readonly [label: string, cents: number | null])[]

/** The amounts of what was done, the one to give or take at the counter last. */
function amountsOf(done: Done): Amounts {
  switch (done.is) {
    case 'paid':
      return [
        ...(done.back === null ? [] : [[words.back, done.back] as const]),
        done.due === 0 ? [words.exempted, null] : [words.collected, done.due],
        done.change === 0 ? [words.noChange, null] : [words.change, done.change],
      ]
    case 'stamped':
      return [[words.stamped, null]]
    case 'takenBack':
      return [
        [words.takenBack(done.first), null],
        ...(done.back === 0 ? [] : [[words.back, done.back] as const]),
      ]
    case 'remitted':
      return [[words.remitted, done.cents]]
  }
}

/** What was just done, large, with its paper: it stays until a product is chosen. */
export function DonePanel({
  done,
  acts,
  children,
}: {
  readonly done: Done
  readonly acts: TillActs
  /** What may be chosen next. */
  readonly children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { paper } = done
  return (
    <section aria-label={words.title} className={stack.apart}>
      <h2 ref={heading} tabIndex={-1} className={style.title}>
        {words.title} · {words.entry(done.number)}
      </h2>
      <div role="status">
        {amountsOf(done).map(([label, cents]) => (
          <p key={label} className={style.due}>
            <span>{label}</span>
            {cents !== null && <output className={style.amount}>{euros(cents)}</output>}
          </p>
        ))}
      </div>
      <p className={style.note}>{words.next}</p>
      {children}
      {paper === null ? (
        <p className={style.note}>{words.noPaper}</p>
      ) : (
        <>
          <PaperAgain paper={paper} acts={acts} />
          <PaperShown documentId={paper.documentId} acts={acts} />
        </>
      )}
    </section>
  )
}

/** A paper that was just issued, as it is printed: the screen is the only place for it where no printer is. */
function PaperShown({
  documentId,
  acts,
}: {
  readonly documentId: DocumentId
  readonly acts: Pick<TillActs, 'document'>
}) {
  const [document, setDocument] = useState<IssuedDocument | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    let stale = false
    void acts.document({ documentId }).then((result) => {
      if (stale) return
      if ('error' in result) setWrong(result.error.message)
      else setDocument(result.output)
    })
    return () => {
      stale = true
    }
  }, [documentId, acts])
  return document === null ? (
    <p role="status" className={lettering.small}>
      {wrong ?? appWords.loading}
    </p>
  ) : (
    <DocumentSheet document={document} />
  )
}
