import type { ReactNode } from 'react'
import type { ObligationsPaper } from '../../shared/contract/documents/papers.ts'
import type { DocumentId, LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { onRequestOf } from '../../shared/contract/onRequest.ts'
import { offeredHere } from '../documents/offered.ts'
import { panelLater } from '../ui/later.tsx'
import type { CounterActs, CounterView, Current, Patch } from './acts.ts'
import { DueWhole } from './DueWhole.tsx'
import { HandOverTitle } from './HandOverTitle.tsx'
import { OtherPaper } from './OtherPaper.tsx'
import type { End } from './OutcomePanel.tsx'
import type { Panel } from './panels.ts'
import { Queue } from './Queue.tsx'
import { SheetShown } from './SheetShown.tsx'

const ExchangePanel = panelLater(async () => (await import('../exchange/ExchangePanel.tsx')).ExchangePanel)
const LawSearch = panelLater(async () => (await import('../law/LawSearch.tsx')).LawSearch)

/** What stands in the place of the checklist, for as long as it is read. */
export function Centre({
  view,
  current,
  sheet,
  office,
  now,
  on,
  lacks,
  acts,
  panel,
  around,
  paper,
  onPanel,
  onPrint,
  onEnd,
  onPaper,
  patch,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly sheet: Sheet
  readonly office: Output<'office.view'> | undefined
  readonly now: number
  readonly on: LocalDate
  /** A piece is missing. */
  readonly lacks: boolean
  readonly acts: CounterActs
  readonly panel: Panel
  /** The person, the documents and what is due: a column of their own, but on an enlarged page. */
  readonly around: ReactNode
  /** Both sides' sheet, where no printer is. */
  readonly paper: ObligationsPaper | null
  readonly onPanel: (panel: Panel) => void
  readonly onPrint: () => void
  readonly onEnd: (end: End) => void
  /** Shows a paper that was just given. */
  readonly onPaper: (documentId: DocumentId) => void
  readonly patch: Patch
}) {
  const { assessment, ticket } = current
  const leave = () => onPanel(null)
  switch (panel) {
    case 'waiting':
      return <Queue view={view} office={office} now={now} acts={acts} />
    case 'person':
      return around
    case 'search':
      return <LawSearch onClose={leave} />
    case 'exchange':
    case 'turned':
      return (
        <ExchangePanel
          spoken={ticket.lang}
          sheet={sheet}
          assessment={assessment}
          office={office?.name ?? ''}
          counter={view.counter?.name.fr ?? ''}
          turned={panel === 'turned'}
          onTurn={(turned) => onPanel(turned ? 'turned' : 'exchange')}
          onLeave={leave}
        />
      )
    case 'handover':
      return <HandOverTitle current={current} sheet={sheet} on={on} acts={acts} onEnd={onEnd} patch={patch} />
    case 'other':
      return (
        <OtherPaper
          kinds={offeredHere(sheet, assessment)}
          fileId={sheet.fileId}
          on={onRequestOf(current)}
          today={on}
          onIssued={onPaper}
          onLeave={leave}
        />
      )
    default:
      if (panel === 'sheet' && paper) return <SheetShown paper={paper} onLeave={leave} />
      return (
        assessment && <DueWhole assessment={assessment} lacks={lacks} onPrint={onPrint} onLeave={leave} />
      )
  }
}
