import type { DocumentId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { titles } from '../../shared/messages/documents/titles.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { useOffice } from '../link/office.ts'
import { classes } from '../ui/classes.ts'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import type { KeyboardEvent } from 'react'
import style from './Documents.module.css'
import { DocumentState, when } from './state.tsx'

export type DocumentRow = Output<'document.list'>['documents'][number]

/** From one line to another by the arrows; the first and the last by Home and End. */
function moveByArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = lines.findIndex((line) => line === document.activeElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  lines[next]?.focus()
}

/** Documents, the latest first: number, kind, when, of what, and what each is worth now. */
export function DocumentList({
  label,
  rows,
  open,
  onOpen,
}: {
  readonly label: string
  readonly rows: readonly DocumentRow[]
  readonly open: DocumentId | null
  readonly onOpen: (row: DocumentRow) => void
}) {
  const { zone } = useOffice()
  return (
    // The arrows only move the focus among real buttons, which keep their own keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul role="list" aria-label={label} className={style.list} onKeyDown={moveByArrows}>
      {rows.map((row) => (
        <li key={row.documentId}>
          <button
            type="button"
            data-row
            aria-current={row.documentId === open}
            className={classes(style.row, row.documentId === open && style.chosen)}
            onClick={() => onOpen(row)}
          >
            <span className={style.number}>{row.number}</span>
            <span className={style.what}>
              {titles[row.kind]}
              <span className={lettering.under}>
                <Prose>
                  {[
                    when(row.issuedAt, zone),
                    ...(row.ticket === '' ? [] : [papers.ticket(ticketNumber(row.ticket))]),
                    ...(row.file === null ? [] : [papers.file(row.file)]),
                    ...(row.copies > 1 ? [papers.copies(row.copies)] : []),
                  ].join(' · ')}
                </Prose>
              </span>
            </span>
            <span className={style.state}>
              <DocumentState line={row} zone={zone} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
