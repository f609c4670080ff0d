import { Banknote, CircleAlert, Landmark, Printer, User } from 'lucide-react'
import type { ReactNode } from 'react'
import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { useOffice } from '../link/office.ts'
import { lacksSaid } from '../documents/lacks.ts'
import { classes } from '../ui/classes.ts'
import { Group } from '../ui/Column.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { Prose } from '../ui/Prose.tsx'
import type { Current } from './acts.ts'
import type { Counts } from './checklist.ts'
import { atAGlance, dueLines, type DueLine, type DueSide } from './dueLines.ts'
import style from './Person.module.css'

/** Which papers this visit gives as it stands, whether they acknowledge it, and what lacks for that, before F9. */
export function DocumentReady({
  ends,
  proposed,
  counts,
  assessment,
  children,
}: {
  readonly ends: Current['ends']
  readonly proposed: VisitEnd
  readonly counts: Counts
  readonly assessment: Assessment | null
  /** What is noted around the request. */
  readonly children?: ReactNode
}) {
  const words = counterWords
  const end = ends.find(({ outcome }) => outcome === proposed)
  const documents = end?.documents ?? []
  return (
    <Group title={words.document}>
      <div className={style.line}>
        <Printer aria-hidden size={20} className={documents.length > 0 ? style.accent : undefined} />
        <div>
          <p className={style.value}>
            {documents.length === 0
              ? words.documentNone
              : documents.map((kind) => words.documents[kind]).join(', ')}
          </p>
          {documents.length > 0 && (
            <p className={style.small}>
              {words.documentReady(words.pieceCounts(counts.presented, counts.missing, counts.notExamined))}
            </p>
          )}
          {end && documents.length > 0 && <Acknowledged end={end} assessment={assessment} />}
        </div>
      </div>
      {children}
    </Group>
  )
}

/** Whether the request is acknowledged by these papers: if not, why, or what is still to be said for it to be. */
function Acknowledged({
  end: { acknowledgement, lacks },
  assessment,
}: {
  readonly end: Current['ends'][number]
  readonly assessment: Assessment | null
}) {
  const words = papers.counter
  if (acknowledgement === 'given') return <p className={style.small}>{words.given}</p>
  if (acknowledgement === 'notDue') {
    // Nothing is said before the procedure is known; then, the list of what is due, below, says why none is due.
    if (assessment === null) return null
    const texts = assessment.acknowledgement.sources.map(({ title }) => title).join(', ')
    return (
      <p className={style.small}>
        <Prose>{texts === '' ? words.notDue : `${words.notDue} · ${texts}`}</Prose>
      </p>
    )
  }
  return (
    <div className={style.lacks}>
      <p className={style.small}>{words.incomplete}</p>
      {lacks.length > 0 && (
        <ul role="list" aria-label={words.lacks} className={style.small}>
          {lacksSaid(lacks).map((line) => (
            <li key={line}>
              <Prose>{line}</Prose>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/**
 * What matters now of what the person owes and what the administration owes; on a low window titles alone. The
 * whole of it, with its texts, is one key away, in the centre.
 */
export function Due({
  assessment,
  lacks,
}: {
  readonly assessment: Assessment | null
  /** A piece is missing. */
  readonly lacks: boolean
}) {
  const words = counterWords
  const { name } = useOffice()
  if (!assessment)
    return (
      <Group title={words.due}>
        <p className={style.small}>{words.dueNone}</p>
      </Group>
    )
  const lines = dueLines(assessment, lacks, name)
  const shown = atAGlance(lines)
  return (
    <Group title={words.due}>
      <ul role="list" className={classes(style.due, style.titles)}>
        {shown.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {lines.length > shown.length && (
        <p className={style.more}>{words.law.more(lines.length - shown.length)}</p>
      )}
    </Group>
  )
}

const icons: Readonly<Record<DueSide, ReactNode>> = {
  person: <User aria-hidden size={20} />,
  fee: <Banknote aria-hidden size={20} />,
  administration: <Landmark aria-hidden size={20} />,
}

/** One thing due, its side, its text; what is late has a word and a colour. */
export function Line({ line }: { readonly line: DueLine }) {
  const { side, late, title, detail, sources, toConfirm } = line
  const detailText = [detail, sources.map((source) => source.title).join(', ')]
    .filter((text) => text !== null && text !== '')
    .join(' · ')
  return (
    <li>
      <div className={classes(style.line, late && style.late)}>
        {late ? <CircleAlert aria-hidden size={20} /> : icons[side]}
        <div>
          <p className={style.value}>
            <VisuallyHidden>
              {side === 'administration' ? counterWords.dueBy.administration : counterWords.dueBy.person}{' '}
            </VisuallyHidden>
            {title}
          </p>
          <p className={style.small}>
            <Prose>{detailText}</Prose>
            {toConfirm && detailText !== '' && ' · '}
            {toConfirm && <span className={style.confirm}>{counterWords.toConfirm}</span>}
          </p>
        </div>
      </div>
    </li>
  )
}
