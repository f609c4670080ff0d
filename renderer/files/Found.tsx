import { useEffect, useRef } from 'react'
import type { FileId, LocalDate } from '../../shared/contract/ids.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import type { FoundFiles } from './acts.ts'
import { requestTitle } from './due.ts'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import style from './Drawer.module.css'
import rows from './Glance.module.css'

const words = filesPage.search

/** What a search found, each to be opened; that it left a trace is said, with what the trace holds. */
export function Found({
  found: { files, more },
  today,
  onOpen,
}: {
  readonly found: FoundFiles
  readonly today: LocalDate
  readonly onOpen: (fileId: FileId) => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [files])
  return (
    <article aria-label={words.found(files.length)} className={stack.apart}>
      <h2 ref={heading} tabIndex={-1} className={lettering.title}>
        {words.found(files.length)}
      </h2>
      <p className={style.small}>{words.tracedHelp}</p>
      {files.length === 0 && <p>{words.noneHelp}</p>}
      <ul role="list" aria-label={words.found(files.length)}>
        {files.map(({ fileId, reference, state, receivedOn, person, erased, ...line }) => (
          <li key={fileId} className={rows.line}>
            <button type="button" className={rows.row} onClick={() => onOpen(fileId)}>
              <span className={rows.name}>
                {reference} · {requestTitle(line)}
              </span>
              <span className={rows.day}>{filesPage.states[state]}</span>
              <span className={rows.small}>
                {[
                  filesPage.due.came(line.channel, dayShort(receivedOn, today), null),
                  ...(person ? [[person.familyName, person.firstName].filter(Boolean).join(' ')] : []),
                  ...(person?.birthDate ? [words.born(calendarDate(person.birthDate))] : []),
                  ...(erased ? [words.erased] : []),
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more && <p className={style.small}>{words.more}</p>}
    </article>
  )
}
